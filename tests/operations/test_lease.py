"""One process at a time holds a lease."""

from datetime import timedelta

import pytest
from django.utils import timezone

from cms.operations.models import Lease

pytestmark = pytest.mark.django_db


def test_the_first_takes_it_and_keeps_it():
    assert Lease.take("ticker", "one", 30)
    assert Lease.take("ticker", "one", 30)


def test_another_waits_until_it_has_expired():
    Lease.take("ticker", "one", 30)
    assert not Lease.take("ticker", "two", 30)
    Lease.objects.update(expires_at=timezone.now() - timedelta(seconds=1))
    assert Lease.take("ticker", "two", 30)
    assert not Lease.take("ticker", "one", 30)


def test_a_released_lease_is_free_at_once():
    Lease.take("ticker", "one", 30)
    Lease.release("one")
    assert Lease.take("ticker", "two", 30)


def test_releasing_leaves_the_leases_of_others():
    Lease.take("ticker", "one", 30)
    Lease.release("two")
    assert not Lease.take("ticker", "two", 30)


def test_leases_of_different_names_do_not_meet():
    Lease.take("ticker", "one", 30)
    assert Lease.take("backup", "two", 30)
