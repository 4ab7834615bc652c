"""Ordering purges: one row an edge and tag, written in the transaction of the change, sent by the worker."""

from datetime import timedelta

from django.conf import settings
from django.utils import timezone

from cms.caching.models import PurgeOrder

# By then every worker process knows of the change: an edge that asks again gets the new content.
WAIT = timedelta(seconds=1.2)


def order(tag: str) -> None:
    """Have every edge forget the answers that carry `tag`, no earlier than WAIT from now."""
    due_at = timezone.now() + WAIT
    PurgeOrder.objects.bulk_create([PurgeOrder(url=url, tag=tag, due_at=due_at) for url in settings.EDGE_PURGE_URLS])
