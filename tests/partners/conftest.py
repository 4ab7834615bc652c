"""Fixtures of partners and what is sent to them."""

import ssl
from datetime import datetime, timedelta

import pytest
import trustme
from django.utils import timezone

from cms.partners import outgoing
from cms.partners.models import WebhookDelivery, WebhookEndpoint
from cms.partners.webhooks import sending
from cms.partners.webhooks.dispatcher import Dispatcher
from cms.partners.webhooks.walking import walk
from tests.partners.content import make_change, make_endpoint, make_partner


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


class SteppedDispatcher(Dispatcher):
    """A dispatcher that sends in the test's own thread, when it is told to."""

    def go(self, **units) -> None:
        """Let this much time pass, then walk and send what is due."""
        self.clock.forward(**units)
        walk(self.clock())
        for endpoint in WebhookEndpoint.objects.all():
            self.serve(endpoint.pk)

    def send_all(self) -> None:
        """Walk, and send what was walked to when everyone knows of it."""
        self.go()
        self.go(seconds=2)


@pytest.fixture
def dispatcher(clock, loopback, monkeypatch):
    """A dispatcher by the test's clock; delays are exact."""
    monkeypatch.setattr(sending.random, "uniform", lambda _low, _high: 1.0)
    return SteppedDispatcher(clock)


@pytest.fixture
def partner(site):
    return make_partner()


@pytest.fixture
def endpoint(partner):
    return make_endpoint(partner)


@pytest.fixture
def delivery(endpoint):
    make_change()
    walk(timezone.now())
    return WebhookDelivery.objects.get()


@pytest.fixture
def ask(client):
    def ask(address="locales/", /, key=None, authorization=None, **query):
        value = authorization or (f"Bearer {key}" if key else None)
        return client.get(f"/api/v2/{address}", query, headers={"Authorization": value} if value else None)

    return ask


@pytest.fixture
def key(partner):
    return partner.create_key("the commune's website")[1]
