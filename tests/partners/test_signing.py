"""Both secrets sign while they are changed, and a changed SECRET_KEY breaks nothing at once."""

from datetime import timedelta

import pytest
from standardwebhooks import Webhook, WebhookVerificationError

from cms.partners.models import WebhookEndpoint
from tests.partners.content import make_change, make_endpoint
from tests.partners.receiver import receiving

pytestmark = pytest.mark.django_db


def test_both_secrets_sign_while_they_are_changed(site, dispatcher, clock):
    with receiving() as receiver:
        endpoint = make_endpoint(url=receiver.url)
        former = endpoint.secret
        endpoint.rotate(clock())
        assert endpoint.secret != former
        make_change()
        dispatcher.send_all()
        for secret in (former, endpoint.secret):
            Webhook(secret).verify(receiver.requests[0].body, receiver.requests[0].headers)
        endpoint.end_rotation()
        make_change()
        dispatcher.send_all()
    Webhook(endpoint.secret).verify(receiver.requests[1].body, receiver.requests[1].headers)
    with pytest.raises(WebhookVerificationError):
        Webhook(former).verify(receiver.requests[1].body, receiver.requests[1].headers)


def test_the_former_secret_ends_by_itself(clock):
    endpoint = WebhookEndpoint(seed="new", former_seed="old", former_until=clock() + timedelta(days=7))
    assert endpoint.seeds(clock()) == ["new", "old"]
    assert endpoint.seeds(clock() + timedelta(days=7)) == ["new"]


def test_a_changed_secret_key_signs_beside_the_former_one(site, dispatcher, settings):
    with receiving() as receiver:
        endpoint = make_endpoint(url=receiver.url)
        former = endpoint.secret
        settings.SECRET_KEY_FALLBACKS, settings.SECRET_KEY = [settings.SECRET_KEY], "another"
        make_change()
        dispatcher.send_all()
    for secret in (former, endpoint.secret):
        Webhook(secret).verify(receiver.requests[0].body, receiver.requests[0].headers)
