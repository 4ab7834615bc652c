"""A site with one public item of each kind in both languages, and what must never be told of beside them.

Published once a module; what a test changes of it is rolled back, so a test reads again what it changes.
"""

import pytest

from tests.api.conftest import published
from tests.api.content import hide_one_of_each_kind, publish_everything


def publish_and_hide(site):
    publish_everything(site)
    site.hidden = hide_one_of_each_kind(site.stream)
    return site


@pytest.fixture(scope="module")
def _everything(django_db_setup, django_db_blocker):
    with published(django_db_blocker, publish_and_hide) as site:
        yield site


@pytest.fixture
def everything(_everything, db):
    return _everything


def again(page):
    """Return a page as it is in the database, to be changed."""
    return type(page).objects.get(pk=page.pk)
