"""The public numbers as they are: online now, today, this month, in all."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Max, Q, Subquery, Sum, Value
from django.db.models.functions import Coalesce
from django.utils import timezone

from cms.core.text.formats import VIETNAM
from cms.statistics.models import DayCount, MinuteCount, Subject

ONLINE_MINUTES = 5


@dataclass(frozen=True)
class Visits:
    """Views: of the last five minutes, of the day and the month it is in Vietnam, and of all time."""

    online: int
    today: int
    month: int
    total: int
    taken_at: datetime


def read(now: datetime | None = None) -> Visits:
    """Ask the database, in one query."""
    now = now or timezone.now()
    today = now.astimezone(VIETNAM).date()
    minute = int(now.timestamp()) // 60
    minutes = MinuteCount.objects.filter(minute__gt=minute - ONLINE_MINUTES, minute__lte=minute)
    online = minutes.order_by().annotate(all=Value(1)).values("all").annotate(views=Sum("count")).values("views")
    numbers = (
        DayCount.objects.filter(subject=Subject.VIEWS)
        .annotate(online_now=Subquery(online))
        .aggregate(
            online=Coalesce(Max("online_now"), 0),
            today=Coalesce(Sum("count", filter=Q(day=today)), 0),
            month=Coalesce(Sum("count", filter=Q(day__gte=today.replace(day=1), day__lte=today)), 0),
            total=Coalesce(Sum("count"), 0),
        )
    )
    # HTML takes no more than three digits of a second, and nobody wants one.
    return Visits(taken_at=now.replace(microsecond=0), **numbers)
