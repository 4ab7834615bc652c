"""Having the edge forget what has changed: run by the worker, twice a second, where there is an edge.

What the delivery sequence says has changed becomes orders here; other changes have written theirs (see orders). An
edge that does not answer is asked again, later and later. To be told twice does it no harm.
"""

import http
import http.client
import logging
from collections.abc import Iterable
from datetime import timedelta
from urllib.parse import urlsplit

from django.apps import apps
from django.conf import settings
from django.db import transaction
from django.utils import timezone
from wagtail.models import Page

from cms.caching import tags
from cms.caching.models import PurgeOrder, SiteVersion
from cms.caching.orders import order
from cms.delivery.models import DeliveredItem, DeliverySequence

logger = logging.getLogger(__name__)

METHOD, HEADER = "PURGE", "xkey-purge"
TIMEOUT_SECONDS = 3
# Tags one request may name: a header of a few kilobytes.
MAX_TAGS = 50
# More items changed at once than this: everything is forgotten.
MAX_ITEMS = 500
BATCH = 1000
LEASE = timedelta(seconds=30)
LONGEST_PAUSE_SECONDS = 300


def purge() -> bool:
    """Order what the sequence asks for, send what is due; return whether more is due."""
    if not settings.EDGE_PURGE_URLS:
        return False
    order_what_was_delivered()
    # All of them, not only up to the first that has more.
    have_more = [send_due(url) for url in settings.EDGE_PURGE_URLS]
    return any(have_more)


def order_what_was_delivered() -> None:
    """Order purges for every row of the delivery store numbered since the last time."""
    now, done = DeliverySequence.current(), SiteVersion.objects.filter(pk=SiteVersion.PK).first()
    if done is None or (done.epoch, done.sequence) == (now.epoch, now.value):
        return
    with transaction.atomic():
        done = SiteVersion.objects.select_for_update().get(pk=SiteVersion.PK)
        rows = DeliveredItem.objects.filter(sequence__gt=done.sequence, sequence__lte=now.value)
        changed = list(rows.values_list("type", "uuid", "object_id")[: MAX_ITEMS + 1])
        known = done.epoch == now.epoch and len(changed) <= MAX_ITEMS
        for tag in sorted(tags_of_rows(changed)) if known else [tags.SITE]:
            order(tag)
        SiteVersion.objects.filter(pk=SiteVersion.PK).update(epoch=now.epoch, sequence=now.value)


def tags_of_rows(rows: Iterable[tuple]) -> set[str]:
    """Return the tags that (type, uuid, object_id) of changed rows touch."""
    found = set()
    for label, uuid, object_id in rows:
        model = apps.get_model(label)
        found |= {tags.CHANGES, tags.all_of(model), tags.item(model, uuid), tags.item(model, object_id)}
        if issubclass(model, Page):
            found |= {tags.all_of(Page), tags.item(Page, object_id)}
    return found


def send_due(url: str) -> bool:
    """Send what is due for one edge; return whether there was more than one batch."""
    now = timezone.now()
    orders = list(PurgeOrder.objects.filter(url=url, due_at__lte=now).order_by("due_at", "pk")[:BATCH])
    if not orders:
        return False
    mine = PurgeOrder.objects.filter(pk__in=[order.pk for order in orders])
    # Another worker leaves them alone meanwhile; if this one dies they are due again.
    mine.update(due_at=now + LEASE)
    names = sorted({order.tag for order in orders})
    try:
        for start in range(0, len(names), MAX_TAGS):
            _tell(url, names[start : start + MAX_TAGS])
    except (OSError, http.client.HTTPException) as error:
        attempts = max(order.attempts for order in orders) + 1
        pause = min(2 ** min(attempts, 16), LONGEST_PAUSE_SECONDS)
        mine.update(due_at=timezone.now() + timedelta(seconds=pause), attempts=min(attempts, 1000))
        logger.warning("The edge at %s takes no purges (%s): again in %d s", url, error, pause)
        return False
    mine.delete()
    return len(orders) == BATCH


def _tell(url: str, names: list[str]) -> None:
    """Send one request. Raises OSError or HTTPException unless the edge says 200."""
    parts = urlsplit(url)
    kind = http.client.HTTPSConnection if parts.scheme == "https" else http.client.HTTPConnection
    connection = kind(parts.hostname, parts.port, timeout=TIMEOUT_SECONDS)
    try:
        connection.request(METHOD, parts.path or "/", headers={HEADER: " ".join(names)})
        response = connection.getresponse()
        response.read()
        if response.status != http.HTTPStatus.OK:
            raise http.client.HTTPException(f"status {response.status}")
    finally:
        connection.close()
