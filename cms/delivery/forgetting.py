"""Tombstones and departures are kept for 400 days; then they are forgotten, and tokens from before them refused."""

from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from cms.delivery.models import DeliveredItem, DeliverySequence, Departure

KEPT = timedelta(days=400)
# Tokens are refused first: a reader whose last page was given just before has this long to read to the end.
GRACE = timedelta(days=1)


def forget(now: datetime | None = None) -> int:
    """Move the horizon, delete what lies behind it; return how many tombstones were deleted."""
    now = now or timezone.now()
    tombstones = DeliveredItem.objects.filter(is_live=False, due_at=None)
    numbers = (
        tombstones.filter(changed_at__lt=now - KEPT).aggregate(last=Max("sequence"))["last"],
        Departure.objects.filter(left_at__lt=now - KEPT).aggregate(last=Max("sequence"))["last"],
    )
    horizon = max((number for number in numbers if number is not None), default=0)
    if not horizon:
        return 0
    with transaction.atomic():
        sequence = DeliverySequence.locked()
        if horizon > sequence.horizon:
            sequence.horizon = horizon
            sequence.save(update_fields=["horizon"])
        Departure.objects.filter(left_at__lt=now - KEPT - GRACE).delete()
        forgotten = tombstones.filter(changed_at__lt=now - KEPT - GRACE)
        _count, by_model = forgotten.delete()
    return by_model.get(DeliveredItem._meta.label, 0)
