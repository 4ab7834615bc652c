"""Nobody waits for a slow partner; looking in vain is cheap; what is old is forgotten."""

import time
from datetime import timedelta

import pytest
from django.utils import timezone

from cms.partners.models import WebhookDelivery
from cms.partners.webhooks.dispatcher import Dispatcher
from cms.partners.webhooks.retention import forget_old
from tests.partners.content import make_change, make_endpoint, make_partner
from tests.partners.receiver import receiving, wait_for

pytestmark = pytest.mark.django_db


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
