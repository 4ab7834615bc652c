"""A library and a stream, for pages that cite."""

import pytest

from tests.articles.content import add_library
from tests.factories import add_stream


@pytest.fixture
def library(site):
    return add_library(site.home)


@pytest.fixture
def stream(site):
    return add_stream(site.home)
