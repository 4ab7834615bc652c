"""A change arrives: signed, under one id, however often it is tried and whoever dies in between."""

from datetime import timedelta

import pytest
from django.utils import timezone
from standardwebhooks import Webhook, WebhookVerificationError

from cms.delivery.models import DeliveredItem
from cms.partners.models import WebhookAttempt, WebhookEndpoint
from cms.partners.webhooks import dispatcher as dispatching
from cms.partners.webhooks import sending
from cms.partners.webhooks.dispatcher import send_now
from cms.partners.webhooks.messages import test_delivery_of as make_test
from cms.partners.webhooks.walking import walk
from tests.factories import add_article, add_stream
from tests.partners.content import ARTICLE, make_change, make_endpoint, make_partner, the_delivery
from tests.partners.receiver import asks_for_patience, drip, hang_up, receiving, redirect

pytestmark = pytest.mark.django_db


def test_a_published_article_arrives_and_its_signature_holds(site, dispatcher):
    with receiving() as receiver:
        endpoint = make_endpoint(url=receiver.url, types=[ARTICLE])
        article = add_article(add_stream(site.home), title="Đối thoại")
        dispatcher.go()
        dispatcher.go(seconds=1.2)
    (request,) = receiver.requests
    assert request.method == "POST"
    assert request.headers["content-type"] == "application/json; charset=utf-8"
    message = Webhook(endpoint.secret).verify(request.body, request.headers)
    row = DeliveredItem.objects.get(type=ARTICLE)
    assert message["type"] == "item.upsert"
    data = message["data"]
    assert data["op"] == "upsert"
    assert (data["type"], data["uuid"], data["locale"]) == (ARTICLE, str(article.translation_key), "vi")
    assert data["sequence"] == row.sequence
    assert data["detail_url"].endswith(f"/api/v2/articles/{article.pk}/")
    assert data["feed_url"].endswith("/api/v2/changes/")
    assert "Đối thoại" not in request.body.decode()
    assert the_delivery().state == "delivered"


def test_a_forged_body_or_another_secret_does_not_verify(site, dispatcher):
    with receiving() as receiver:
        endpoint, other = make_endpoint(url=receiver.url), make_endpoint(make_partner("Khác"))
        make_change()
        dispatcher.send_all()
    (request,) = receiver.requests
    for secret, body in ((other.secret, request.body), (endpoint.secret, request.body + b" ")):
        with pytest.raises(WebhookVerificationError):
            Webhook(secret).verify(body, request.headers)


def test_nothing_leaves_before_everyone_knows(site, dispatcher):
    with receiving() as receiver:
        make_endpoint(url=receiver.url)
        make_change()
        dispatcher.go()
        dispatcher.go(seconds=1.1)
        assert receiver.requests == []
        dispatcher.go(seconds=0.1)
        assert len(receiver.requests) == 1


def test_retries_go_from_seconds_to_a_day_under_one_id_and_with_one_body(site, dispatcher, clock):
    with receiving(500) as receiver:
        # Paused endpoints are another test's affair.
        make_endpoint(url=receiver.url)
        make_change()
        dispatcher.send_all()
        for number, delay in enumerate(sending.DELAYS, start=1):
            assert len(receiver.requests) == number
            WebhookEndpoint.objects.update(state="active")
            dispatcher.go(seconds=delay.total_seconds() - 1)
            assert len(receiver.requests) == number
            dispatcher.go(seconds=1)
    assert len(receiver.requests) == 9
    assert len(set(receiver.ids)) == 1
    assert len({request.body for request in receiver.requests}) == 1
    assert the_delivery().state == "failed"
    assert sending.DELAYS[0] == timedelta(seconds=5)
    assert sending.DELAYS[-1] == timedelta(days=1)


def test_delays_differ_by_chance_and_stay_near_what_they_should_be():
    delays = {sending._delay(2).total_seconds() for _ in range(50)}
    assert len(delays) > 40
    assert all(24 <= delay <= 36 for delay in delays)


@pytest.mark.parametrize(
    ("behaviour", "status", "error"),
    [
        (204, 204, ""),
        (redirect, 302, ""),
        (404, 404, ""),
        (hang_up, None, "protocol"),
        (drip, None, "timeout"),
    ],
)
def test_every_kind_of_answer_is_in_the_log(site, dispatcher, monkeypatch, behaviour, status, error):
    monkeypatch.setitem(sending.send.__kwdefaults__, "total_seconds", 0.5)
    with receiving(behaviour) as receiver:
        make_endpoint(url=receiver.url)
        make_change()
        dispatcher.send_all()
    made = WebhookAttempt.objects.get()
    assert (made.status, made.error) == (status, error)
    assert made.is_success == (status == 204)
    assert the_delivery().state == ("delivered" if status == 204 else "waiting")


def test_a_target_that_is_not_public_is_never_asked(site, dispatcher, settings):
    settings.OUTGOING_LOOPBACK = False
    with receiving() as receiver:
        make_endpoint(url=receiver.url.replace("http:", "https:").replace("127.0.0.1", "localhost"))
        WebhookEndpoint.objects.update(url="https://127.0.0.1/hook")
        make_change()
        dispatcher.send_all()
    assert receiver.requests == []
    assert WebhookAttempt.objects.get().error == "refused"


def test_a_receiver_may_ask_for_patience(site, dispatcher):
    with receiving(asks_for_patience(600), 200) as receiver:
        make_endpoint(url=receiver.url)
        make_change()
        dispatcher.send_all()
        dispatcher.go(seconds=599)
        assert len(receiver.requests) == 1
        dispatcher.go(seconds=1)
        assert len(receiver.requests) == 2


def test_a_worker_killed_after_sending_sends_again_under_the_same_id(site, dispatcher, monkeypatch):
    with receiving() as receiver:
        make_endpoint(url=receiver.url)
        make_change()
        dispatcher.go()

        def die(*_arguments):
            raise KeyboardInterrupt

        with monkeypatch.context() as patched, pytest.raises(KeyboardInterrupt):
            patched.setattr(dispatching, "record", die)
            dispatcher.go(seconds=2)
        assert len(receiver.requests) == 1
        dispatcher.go(seconds=10)
        assert len(receiver.requests) == 1, "the lease of the dead worker still holds"
        dispatcher.go(seconds=10)
    assert receiver.ids == [receiver.ids[0]] * 2
    assert the_delivery().state == "delivered"


def test_a_second_worker_does_not_take_what_the_first_is_sending(site, clock):
    make_endpoint()
    make_change()
    walk(clock())
    clock.forward(seconds=2)
    first, second = the_delivery(), the_delivery()
    assert first.take(clock())
    assert not second.take(clock())
    clock.forward(seconds=21)
    assert second.take(clock())


def test_a_failure_that_comes_after_its_lease_changes_nothing(site, clock):
    make_endpoint()
    make_change()
    walk(clock())
    clock.forward(seconds=2)
    late = the_delivery()
    late.take(clock())
    clock.forward(seconds=21)
    now_ours = the_delivery()
    now_ours.take(clock())
    sending.record(WebhookAttempt(delivery=late, made_at=clock(), milliseconds=1, status=500), timedelta(), clock())
    assert the_delivery().lease == now_ours.lease
    assert the_delivery().leased_until is not None


@pytest.mark.parametrize(("status", "state"), [(200, "delivered"), (500, "failed")])
def test_a_test_is_answered_at_once_and_never_tried_again(site, loopback, status, state):
    with receiving(status) as receiver:
        endpoint = make_endpoint(url=receiver.url, state="paused")
        delivery = send_now(make_test(endpoint, timezone.now()))
    assert delivery.state == state
    message = Webhook(endpoint.secret).verify(receiver.requests[0].body, receiver.requests[0].headers)
    assert message["type"] == "test"
    endpoint.refresh_from_db()
    assert endpoint.failures == 0
