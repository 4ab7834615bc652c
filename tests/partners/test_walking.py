"""Every change of an endpoint's types, language and audience becomes one delivery, and none is passed over."""

import json
from datetime import timedelta

import pytest

from cms.delivery.models import DeliveredItem, DeliverySequence
from cms.partners.models import WebhookDelivery, WebhookEndpoint
from cms.partners.webhooks.walking import replay_since, walk
from tests.partners.content import ARTICLE, LAW, make_change, make_endpoint, make_partner, the_delivery
from tests.partners.receiver import receiving

pytestmark = pytest.mark.django_db


def test_an_endpoint_hears_of_its_types_and_language_only(site, dispatcher):
    with receiving() as receiver:
        make_endpoint(url=receiver.url, types=[ARTICLE], locale="vi")
        wanted = make_change()
        make_change(type=LAW)
        make_change(locale="en")
        dispatcher.send_all()
    assert [json.loads(request.body)["data"]["uuid"] for request in receiver.requests] == [str(wanted.uuid)]


def test_what_is_for_partners_reaches_only_those_who_may_read_it(site, dispatcher):
    with receiving() as public, receiving() as partners:
        make_endpoint(url=public.url)
        make_endpoint(make_partner("Liên đoàn", reads_partner_streams=True), partners.url)
        row = make_change()
        dispatcher.send_all()
        assert len(public.requests) == len(partners.requests) == 1
        # One item withdrawn from the public, through the door that remembers it; one that never was public.
        from cms.delivery.departures import remember_departures

        row.audience = "partners"
        row = make_change(row)
        row.scope_before = DeliveredItem(is_live=True, audience="public").scope
        remember_departures([row])
        make_change(audience="partners")
        dispatcher.send_all()
    assert [json.loads(request.body)["data"]["op"] for request in partners.requests] == ["upsert"] * 3
    left = json.loads(public.requests[1].body)["data"]
    assert len(public.requests) == 2
    assert (left["op"], left["reason"], left["uuid"]) == ("delete", "out_of_scope", str(row.uuid))
    assert "detail_url" not in left


def test_what_was_published_before_the_endpoint_is_not_sent_unasked(site, dispatcher):
    make_change()
    with receiving() as receiver:
        make_endpoint(url=receiver.url)
        dispatcher.send_all()
    assert receiver.requests == []


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
        dispatcher.send_all()
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
    assert [walk(clock()) for _ in range(4)] == [2, 2, 1, 0]
    made = WebhookDelivery.objects.order_by("sequence").values_list("sequence", flat=True)
    assert list(made) == [row.sequence for row in rows]


def test_replaying_one_sends_the_same_under_the_same_id(site, dispatcher, clock):
    with receiving() as receiver:
        make_endpoint(url=receiver.url)
        make_change()
        dispatcher.send_all()
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
        dispatcher.send_all()
        assert replay_since(endpoint, clock() - timedelta(hours=2), clock()) == 2
        dispatcher.send_all()
    sent = [json.loads(request.body)["data"]["uuid"] for request in receiver.requests]
    assert sorted(sent) == sorted([str(heard.uuid)] * 2 + [str(unheard.uuid)])
    assert str(old.uuid) not in sent


def test_a_database_that_was_moved_back_is_walked_from_where_it_is(site, clock):
    endpoint = make_endpoint(cursor=10**6)
    walk(clock())
    endpoint.refresh_from_db()
    assert endpoint.cursor == DeliverySequence.current().value
