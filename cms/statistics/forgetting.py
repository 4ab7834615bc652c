"""What is forgotten: replays' digests after ten minutes, minutes after an hour, pages' own numbers after two years."""

import time
from datetime import timedelta

from django.utils import timezone

from cms.statistics.models import CountedJournal, DayCount, MinuteCount, SeenView, Subject

REMEMBERED_MINUTES = 10
KEPT_MINUTES = 60
# Numbers of the whole site, its sections and languages stay.
KEPT_DAYS = 2 * 366
DETAILED = (Subject.PAGE, Subject.REFERRER, Subject.DOWNLOAD)
# So that no statement holds the database for long.
AT_ONCE = 5_000


def forget(now: float | None = None) -> None:
    """Delete what has been kept long enough. `now` in seconds since 1970."""
    minute = int(time.time() if now is None else now) // 60
    old = SeenView.objects.filter(minute__lt=minute - REMEMBERED_MINUTES)
    while SeenView.objects.filter(pk__in=list(old.values_list("pk", flat=True)[:AT_ONCE])).delete()[0]:
        pass
    MinuteCount.objects.filter(minute__lt=minute - KEPT_MINUTES).delete()
    moment = timezone.now()
    CountedJournal.objects.filter(counted_at__lt=moment - timedelta(days=30)).delete()
    long_ago = timezone.localdate(moment) - timedelta(days=KEPT_DAYS)
    DayCount.objects.filter(subject__in=DETAILED, day__lt=long_ago).delete()
