"""A site with one public item of each kind in both languages, and what must never be told of beside them.

Published once a module; what a test changes of it is rolled back, so a test reads again what it changes.
"""

import pytest

from tests.api.content import publish_and_hide


@pytest.fixture(scope="module")
def _everything(start_from):
    return start_from(publish_and_hide)


@pytest.fixture
def everything(_everything, db):
    return _everything


def again(page):
    """Return a page as it is in the database, to be changed."""
    return type(page).objects.get(pk=page.pk)
