"""A counting layer with a journal of its own."""

import pytest

from tests.statistics.counted import Counted


@pytest.fixture
def counted(db, tmp_path):
    return Counted.around(tmp_path)
