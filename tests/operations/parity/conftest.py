"""A site with an item of every type in both languages, beside it what must not show, and who compares its doors."""

import pytest
from django.core.signals import request_finished, request_started
from django.db import close_old_connections

from cms.operations.parity.asking import InProcess
from cms.operations.parity.walking import check
from cms.wsgi import django_application
from tests.api.content import publish_and_hide

ORIGIN = "http://localhost"


@pytest.fixture(scope="module")
def _filled(start_from):
    return start_from(publish_and_hide)


@pytest.fixture
def site(_filled, db):
    return _filled


@pytest.fixture(autouse=True)
def _connection_stays_open():
    """As Django's own test client does: the test's transaction would end with the connection."""
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


@pytest.fixture
def compare(site):
    """Return a function that compares all doors, or those of some types, and gives the differences."""

    def compare(*labels, asker=None, **options):
        asker = asker or InProcess(django_application, ORIGIN)
        stretches = check(asker, labels=labels, **options)
        return [difference for stretch in stretches for difference in stretch.differences]

    return compare
