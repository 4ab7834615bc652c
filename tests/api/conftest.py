"""Fixtures of the API's tests. Content is shared by a module; what a test changes of it is rolled back."""

import pytest

from tests.api.content import publish_articles, publish_everything


@pytest.fixture(scope="module")
def _everything(start_from):
    return start_from(publish_everything)


@pytest.fixture(scope="module")
def _articles(start_from):
    return start_from(publish_articles)


@pytest.fixture
def everything(_everything, db):
    """Return the site with an item of every endpoint in both languages; a module uses this or `articles`, not both."""
    return _everything


@pytest.fixture
def articles(_articles, db):
    """Return the site with a stream of five Vietnamese articles; the first two are translated."""
    return _articles


@pytest.fixture
def get(client):
    """Return a function that asks the API: `get("articles/", order="title")`."""

    def ask(address, /, headers=None, **query):
        return client.get(f"/api/v2/{address}", query, headers=headers)

    return ask
