"""From the delivery store to deliveries: each endpoint's cursor walks the sequence, and misses no number.

The deliveries and the cursor that has passed them are written in one transaction, and a delivery's id is made of the
change's number: a worker that dies here has done all of it or nothing, and two that walk at once make none twice.
"""

from datetime import datetime, timedelta

from django.db import transaction

from cms.delivery.changes import changes_after
from cms.delivery.models import DeliveredItem, DeliverySequence
from cms.partners.models import WebhookDelivery, WebhookEndpoint
from cms.partners.webhooks.messages import KNOWN_EVERYWHERE_SECONDS, delivery_of

BATCH = 200


def walk(now: datetime) -> int:
    """Take each endpoint a batch further; return how many deliveries were made. Three queries where nothing changed.

    Who has a long way to go gets there in several ticks, and holds up no other job.
    """
    sequence = DeliverySequence.current().value
    WebhookEndpoint.objects.receiving().filter(cursor__gt=sequence).update(cursor=sequence)
    return sum(
        _walk_on(endpoint, now) for endpoint in WebhookEndpoint.objects.behind(sequence).select_related("partner")
    )


def _walk_on(endpoint: WebhookEndpoint, now: datetime) -> int:
    """Walk at most BATCH changes further; return how many deliveries were made."""
    with transaction.atomic():
        changes = changes_after(endpoint.cursor, endpoint.scope, BATCH)
        reached = changes.items[-1].sequence if changes.has_more else max(changes.value, endpoint.cursor)
        passed = WebhookEndpoint.objects.filter(pk=endpoint.pk, cursor=endpoint.cursor).update(cursor=reached)
        # Otherwise another worker walks this one.
        return _add(endpoint, changes, now) if passed else 0


def _add(endpoint: WebhookEndpoint, changes, now: datetime) -> int:
    # What is seen here is committed: from now on it takes this long until everybody knows.
    first_attempt = now + timedelta(seconds=KNOWN_EVERYWHERE_SECONDS)
    deliveries = [delivery_of(endpoint, changes.epoch, change) for change in changes.items]
    for delivery in deliveries:
        delivery.created_at, delivery.next_attempt_at = now, first_attempt
    WebhookDelivery.objects.bulk_create(deliveries, ignore_conflicts=True)
    return len(deliveries)


def replay_since(endpoint: WebhookEndpoint, since: datetime, now: datetime) -> int:
    """Send everything again that changed since a moment and is still what it says; return how many that is.

    What was sent before keeps its id; what was not (the endpoint is newer, or its filters were others) gets one.
    """
    earlier = DeliveredItem.objects.filter(changed_at__lt=since).order_by("-sequence")
    number = earlier.values_list("sequence", flat=True).first() or 0
    count, has_more = 0, True
    while has_more:
        with transaction.atomic():
            changes = changes_after(number, endpoint.scope, BATCH)
            _add(endpoint, changes, now)
            ids = [f"msg_{changes.epoch}_{change.sequence}" for change in changes.items]
            for delivery in endpoint.deliveries.filter(message_id__in=ids):
                delivery.replay(now)
        count += len(changes.items)
        has_more = changes.has_more
        number = changes.items[-1].sequence if has_more else number
    return count
