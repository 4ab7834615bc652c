"""Fixtures of the API's tests. Content is published once a module; what a test changes of it is rolled back."""

from contextlib import contextmanager

import pytest
from django.db import transaction
from django.utils import translation

from tests.api.content import publish_articles, publish_everything
from tests.conftest import end_outermost_blocks
from tests.factories import build_site


@contextmanager
def published(blocker, publish):
    """Publish content in a transaction around the tests' own, and roll it back at the end."""
    with blocker.unblock(), pytest.MonkeyPatch.context() as monkeypatch:
        end_outermost_blocks(monkeypatch)
        translation.activate("vi")
        around = transaction.atomic()
        # As a test case marks its own: the code's outermost blocks are those inside.
        around._from_testcase = True
        with around:
            site = publish(build_site())
            monkeypatch.undo()
            yield site
            transaction.set_rollback(True)


@pytest.fixture(scope="module")
def _everything(django_db_setup, django_db_blocker):
    with published(django_db_blocker, publish_everything) as site:
        yield site


@pytest.fixture(scope="module")
def _articles(django_db_setup, django_db_blocker):
    with published(django_db_blocker, publish_articles) as site:
        yield site


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
