"""A change arrives: signed, once under one id, however often it is tried and whoever dies in between."""

import json
import time
from datetime import timedelta

import pytest
from django.utils import timezone
from standardwebhooks import Webhook, WebhookVerificationError

from cms.delivery.models import DeliveredItem, DeliverySequence
from cms.partners.models import WebhookAttempt, WebhookDelivery, WebhookEndpoint
from cms.partners.webhooks import dispatcher as dispatching
from cms.partners.webhooks import sending
from cms.partners.webhooks.dispatcher import Dispatcher, send_now
from cms.partners.webhooks.messages import test_delivery_of as make_test
from cms.partners.webhooks.retention import forget_old
from cms.partners.webhooks.walking import replay_since, walk
from tests.factories import add_article, add_stream
from tests.partners.content import ARTICLE, LAW, make_change, make_endpoint, make_partner
from tests.partners.receiver import asks_for_patience, drip, hang_up, receiving, redirect, wait_for

pytestmark = pytest.mark.django_db


@pytest.fixture
def dispatcher(clock, loopback, monkeypatch):
    """A dispatcher by the test's clock that sends in the test's own thread; delays are exact."""
    monkeypatch.setattr(sending.random, "uniform", lambda _low, _high: 1.0)
    made = Dispatcher(clock)
    made.go = lambda **units: (clock.forward(**units), walk(clock()), made.serve_all())
    made.serve_all = lambda: [made.serve(endpoint.pk) for endpoint in WebhookEndpoint.objects.all()]
    return made


def the_delivery() -> WebhookDelivery:
    return WebhookDelivery.objects.get()


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
        dispatcher.go(), dispatcher.go(seconds=2)
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


def test_an_endpoint_hears_of_its_types_and_language_only(site, dispatcher):
    with receiving() as receiver:
        make_endpoint(url=receiver.url, types=[ARTICLE], locale="vi")
        wanted = make_change()
        make_change(type=LAW)
        make_change(locale="en")
        dispatcher.go(), dispatcher.go(seconds=2)
    assert [json.loads(request.body)["data"]["uuid"] for request in receiver.requests] == [str(wanted.uuid)]


def test_what_is_for_partners_reaches_only_those_who_may_read_it(site, dispatcher):
    with receiving() as public, receiving() as partners:
        make_endpoint(url=public.url)
        make_endpoint(make_partner("Liên đoàn", reads_partner_streams=True), partners.url)
        row = make_change()
        dispatcher.go(), dispatcher.go(seconds=2)
        assert len(public.requests) == len(partners.requests) == 1
        # One item withdrawn from the public, through the door that remembers it; one that never was public.
        from cms.delivery.departures import remember_departures

        row.audience = "partners"
        row = make_change(row)
        row.scope_before = DeliveredItem(is_live=True, audience="public").scope
        remember_departures([row])
        make_change(audience="partners")
        dispatcher.go(), dispatcher.go(seconds=2)
    assert [json.loads(request.body)["data"]["op"] for request in partners.requests] == ["upsert"] * 3
    left = json.loads(public.requests[1].body)["data"]
    assert len(public.requests) == 2
    assert (left["op"], left["reason"], left["uuid"]) == ("delete", "out_of_scope", str(row.uuid))
    assert "detail_url" not in left


def test_what_was_published_before_the_endpoint_is_not_sent_unasked(site, dispatcher):
    make_change()
    with receiving() as receiver:
        make_endpoint(url=receiver.url)
        dispatcher.go(), dispatcher.go(seconds=2)
    assert receiver.requests == []


def test_retries_go_from_seconds_to_a_day_under_one_id_and_with_one_body(site, dispatcher, clock):
    with receiving(500) as receiver:
        # Paused endpoints are another test's affair.
        make_endpoint(url=receiver.url)
        make_change()
        dispatcher.go(), dispatcher.go(seconds=2)
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
        dispatcher.go(), dispatcher.go(seconds=2)
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
        dispatcher.go(), dispatcher.go(seconds=2)
    assert receiver.requests == []
    assert WebhookAttempt.objects.get().error == "refused"


def test_a_receiver_may_ask_for_patience(site, dispatcher):
    with receiving(asks_for_patience(600), 200) as receiver:
        make_endpoint(url=receiver.url)
        make_change()
        dispatcher.go(), dispatcher.go(seconds=2)
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


def test_a_worker_killed_while_walking_loses_nothing(site, dispatcher, monkeypatch, clock):
    with receiving() as receiver:
        make_endpoint(url=receiver.url)
        rows = [make_change() for _ in range(3)]
        with monkeypatch.context() as patched, pytest.raises(KeyboardInterrupt):
            patched.setattr(
                WebhookDelivery.objects, "bulk_create", lambda *_a, **_k: (_ for _ in ()).throw(KeyboardInterrupt)
            )
            walk(clock())
        assert not WebhookDelivery.objects.exists()
        dispatcher.go(), dispatcher.go(seconds=2)
    assert [json.loads(request.body)["data"]["uuid"] for request in receiver.requests] == [
        str(row.uuid) for row in rows
    ]


def test_walking_twice_over_the_same_numbers_makes_no_delivery_twice(site, clock):
    endpoint = make_endpoint()
    make_change()
    walk(clock())
    WebhookEndpoint.objects.filter(pk=endpoint.pk).update(cursor=endpoint.cursor)
    walk(clock())
    assert WebhookDelivery.objects.count() == 1


def test_a_long_way_is_walked_in_batches(site, clock, monkeypatch):
    monkeypatch.setattr("cms.partners.webhooks.walking.BATCH", 2)
    make_endpoint()
    rows = [make_change() for _ in range(5)]
    walk(clock())
    made = WebhookDelivery.objects.order_by("sequence").values_list("sequence", flat=True)
    assert list(made) == [row.sequence for row in rows]


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


def test_both_secrets_sign_while_they_are_changed(site, dispatcher, clock):
    with receiving() as receiver:
        endpoint = make_endpoint(url=receiver.url)
        former = endpoint.secret
        endpoint.rotate(clock())
        assert endpoint.secret != former
        make_change()
        dispatcher.go(), dispatcher.go(seconds=2)
        for secret in (former, endpoint.secret):
            Webhook(secret).verify(receiver.requests[0].body, receiver.requests[0].headers)
        endpoint.end_rotation()
        make_change()
        dispatcher.go(), dispatcher.go(seconds=2)
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
        dispatcher.go(), dispatcher.go(seconds=2)
    for secret in (former, endpoint.secret):
        Webhook(secret).verify(receiver.requests[0].body, receiver.requests[0].headers)


def fail_until_paused(dispatcher):
    for _ in range(40):
        dispatcher.go(hours=1)


def test_an_endpoint_that_only_fails_is_paused_and_people_are_told(site, dispatcher, clock, mailoutbox, admin_user):
    from cms.partners.webhooks.notices import send_notices

    with receiving(500) as receiver:
        endpoint = make_endpoint(url=receiver.url)
        make_change()
        fail_until_paused(dispatcher)
        endpoint.refresh_from_db()
        assert endpoint.state == "paused"
        tried = len(receiver.requests)
        make_change()
        dispatcher.go(days=2)
        assert len(receiver.requests) == tried
        send_notices(clock())
        send_notices(clock())
        assert [mail.to for mail in mailoutbox] == [["hoa@example.vn"], [admin_user.email]]
        assert endpoint.url in mailoutbox[0].body
        receiver.answers[:] = [200]
        endpoint.resume(clock())
        dispatcher.go(), dispatcher.go(seconds=2)
    assert not WebhookDelivery.objects.waiting().exists()
    assert len(set(receiver.ids)) == 2


def test_an_endpoint_that_works_now_and_then_is_not_paused(site, dispatcher):
    with receiving(*[500, 500, 200] * 10) as receiver:
        endpoint = make_endpoint(url=receiver.url)
        for _ in range(10):
            make_change()
            for _ in range(6):
                dispatcher.go(hours=1)
    endpoint.refresh_from_db()
    assert endpoint.state == "active"


def test_a_mail_server_that_is_away_does_not_swallow_the_notice(site, clock, mailoutbox, monkeypatch):
    from cms.partners.webhooks import notices

    endpoint = make_endpoint(state="paused", notice_due_at=clock())

    def away(_self):
        raise ConnectionRefusedError

    with monkeypatch.context() as patched:
        patched.setattr(notices.EmailMessage, "send", away)
        notices.send_notices(clock())
    assert mailoutbox == []
    clock.forward(minutes=5)
    notices.send_notices(clock())
    assert len(mailoutbox) == 1
    endpoint.refresh_from_db()
    assert endpoint.notice_due_at is None


def test_410_ends_it(site, dispatcher):
    with receiving(410) as receiver:
        endpoint = make_endpoint(url=receiver.url)
        make_change()
        dispatcher.go(), dispatcher.go(seconds=2)
        dispatcher.go(days=1)
    endpoint.refresh_from_db()
    assert len(receiver.requests) == 1
    assert endpoint.state == "gone"
    assert endpoint.notice_due_at is not None


@pytest.mark.parametrize("closed", [{"is_enabled": False}, {"receives_webhooks": False}])
def test_a_partner_that_is_switched_off_gets_nothing_and_misses_nothing(site, dispatcher, closed):
    with receiving() as receiver:
        endpoint = make_endpoint(url=receiver.url)
        partner = endpoint.partner
        before = {name: getattr(partner, name) for name in closed}
        for name, value in closed.items():
            setattr(partner, name, value)
        partner.save()
        make_change()
        dispatcher.go(), dispatcher.go(seconds=2)
        assert receiver.requests == []
        for name, value in before.items():
            setattr(partner, name, value)
        partner.save()
        dispatcher.go(), dispatcher.go(seconds=2)
    assert len(receiver.requests) == 1


def test_replaying_one_sends_the_same_under_the_same_id(site, dispatcher, clock):
    with receiving() as receiver:
        make_endpoint(url=receiver.url)
        make_change()
        dispatcher.go(), dispatcher.go(seconds=2)
        the_delivery().replay(clock())
        dispatcher.go()
    assert len(receiver.requests) == 2
    assert len(set(receiver.ids)) == 1
    assert receiver.requests[0].body == receiver.requests[1].body


def test_replaying_since_a_moment_sends_everything_after_it_and_nothing_before(site, dispatcher, clock):
    old = make_change(at=clock() - timedelta(hours=3))
    unheard = make_change(at=clock() - timedelta(hours=1))
    with receiving() as receiver:
        endpoint = make_endpoint(url=receiver.url)
        heard = make_change(at=clock())
        dispatcher.go(), dispatcher.go(seconds=2)
        assert replay_since(endpoint, clock() - timedelta(hours=2), clock()) == 2
        dispatcher.go(), dispatcher.go(seconds=2)
    sent = [json.loads(request.body)["data"]["uuid"] for request in receiver.requests]
    assert sorted(sent) == sorted([str(heard.uuid)] * 2 + [str(unheard.uuid)])
    assert str(old.uuid) not in sent


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


def test_an_endpoint_that_fails_is_left_alone_for_a_while(site, dispatcher):
    with receiving(500) as receiver:
        make_endpoint(url=receiver.url)
        for _ in range(20):
            make_change()
        dispatcher.go(), dispatcher.go(seconds=2)
    assert len(receiver.requests) == 1


def test_the_log_is_kept_for_thirty_days_and_what_waits_for_as_long_as_it_takes(site):
    endpoint = make_endpoint()
    now = timezone.now()
    for days, state in ((31, "delivered"), (29, "delivered"), (31, "failed"), (60, "waiting")):
        moment = now - timedelta(days=days)
        WebhookDelivery.objects.create(
            endpoint=endpoint,
            message_id=f"{days} {state}",
            op="upsert",
            body="{}",
            state=state,
            created_at=moment,
            finished_at=None if state == "waiting" else moment,
        )
    forget_old()
    kept = set(WebhookDelivery.objects.values_list("message_id", flat=True))
    assert kept == {"29 delivered", "60 waiting"}


def test_a_clock_that_finds_nothing_costs_few_queries(site, django_assert_max_num_queries):
    make_endpoint()
    dispatcher = Dispatcher()
    dispatcher.tick()
    with django_assert_max_num_queries(5):
        dispatcher.tick()


def test_a_database_that_was_moved_back_is_walked_from_where_it_is(site, clock):
    endpoint = make_endpoint(cursor=10**6)
    walk(clock())
    endpoint.refresh_from_db()
    assert endpoint.cursor == DeliverySequence.current().value


@pytest.mark.django_db(transaction=True)
def test_a_slow_partner_holds_up_nobody(site, loopback):
    dispatcher = Dispatcher()
    with receiving(wait_for(3)) as slow, receiving() as quick:
        slow_partner = make_partner("Chậm")
        for _ in range(4):
            make_endpoint(slow_partner, slow.url)
        make_endpoint(make_partner("Nhanh"), quick.url)
        make_change()
        started_at = time.monotonic()
        while not quick.requests and time.monotonic() - started_at < 30:
            dispatcher.tick()
            time.sleep(0.1)
        assert len(slow.requests) == 2, "a partner has two threads, however many endpoints"
        assert len(quick.requests) == 1
        dispatcher._pool.shutdown()
    assert WebhookDelivery.objects.filter(state="delivered").count() >= 3
