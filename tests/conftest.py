"""Fixtures every test may use: two languages, a site with a home page in each, a clean language after each test."""

import pytest
from django.db import transaction
from django.utils import translation

from tests.factories import build_site


@pytest.fixture(autouse=True)
def _default_language():
    """The active language leaks between tests otherwise."""
    translation.activate("vi")
    yield
    translation.activate("vi")


@pytest.fixture
def site(db):
    """Return the default site: `site.home` in Vietnamese and `site.home_en` in English, both published."""
    return build_site()


@pytest.fixture(autouse=True)
def _outermost_blocks_end(monkeypatch):
    """Let the code's outermost `atomic(savepoint=False)` end like a commit, though a test's transaction is around it.

    Without a savepoint such a block inside a test case ends without the database wrapper noticing; in real life it
    is the one that commits. See cms.delivery.databases.before_commit.
    """
    enter = transaction.Atomic.__enter__

    def enter_with_savepoint(self):
        connection = transaction.get_connection(self.using)
        if connection.in_atomic_block and not connection.is_in_own_transaction:
            self.savepoint = True
        return enter(self)

    monkeypatch.setattr(transaction.Atomic, "__enter__", enter_with_savepoint)
