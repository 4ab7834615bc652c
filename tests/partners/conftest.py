"""Fixtures of partners and what is sent to them."""

import ssl
from datetime import datetime, timedelta

import pytest
import trustme
from django.utils import timezone

from cms.partners import outgoing


@pytest.fixture
def loopback(settings):
    """Let requests go to this machine."""
    settings.OUTGOING_LOOPBACK = True


class Clock:
    """A clock that goes when it is told to."""

    def __init__(self):
        self.now = timezone.now()

    def __call__(self) -> datetime:
        return self.now

    def forward(self, **units) -> None:
        self.now += timedelta(**units)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def authority(monkeypatch):
    """A certificate authority that outgoing requests trust, as they do the system's."""
    authority = trustme.CA()
    made = outgoing.tls_context

    def context():
        trusting = made()
        authority.configure_trust(trusting)
        return trusting

    monkeypatch.setattr(outgoing, "tls_context", context)
    return authority


@pytest.fixture
def certified(authority):
    """Return a function that gives a server's TLS context with a certificate for `host`."""

    def context_for(host) -> ssl.SSLContext:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        authority.issue_cert(host).configure_cert(context)
        return context

    return context_for
