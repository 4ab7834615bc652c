"""Quotas of keyed requests: so many a minute and a day, and what the answer says of them.

The fields are those of the IETF's draft "RateLimit header fields for HTTP" (httpapi working group). Counts live in
the cache: with Redis all processes count together; without, each counts for itself. Windows are those of the clock: a
minute of it, a day of the site's own time.
"""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.core.cache import cache
from django.core.cache.backends.locmem import LocMemCache
from django.utils import timezone

from cms.partners.models import Partner, UsageDay

logger = logging.getLogger(__name__)

clock = timezone.localtime

# Counts for when the shared cache is gone.
_own_memory = LocMemCache("quotas", {})


@dataclass(frozen=True)
class Window:
    """One limit at one moment: `remaining` requests until it starts anew in `seconds_left`."""

    name: str
    quota: int
    seconds: int
    used: int
    seconds_left: int

    @property
    def remaining(self) -> int:
        return max(self.quota - self.used, 0)

    @property
    def is_exceeded(self) -> bool:
        return self.used > self.quota


def take_request(partner: Partner) -> list[Window]:
    """Count one request and return the partner's windows. A request over the minute's quota costs none of the day's."""
    now = clock()
    minute = _minute(partner, now)
    return [minute, _day(partner, now, amount=0 if minute.is_exceeded else 1)]


def headers_of(windows: list[Window]) -> dict[str, str]:
    """Return the RateLimit fields."""
    policies = (f'"{window.name}";q={window.quota};w={window.seconds}' for window in windows)
    states = (f'"{window.name}";r={window.remaining};t={window.seconds_left}' for window in windows)
    return {"RateLimit-Policy": ", ".join(policies), "RateLimit": ", ".join(states)}


def _minute(partner: Partner, now: datetime) -> Window:
    start = int(now.timestamp()) // 60
    used = _count(f"quota:{partner.pk}:{start}", 1, 120, lambda: 0)
    return Window("minute", partner.requests_per_minute, 60, used, 60 - int(now.timestamp()) % 60)


def _day(partner: Partner, now: datetime, amount: int) -> Window:
    today = now.date()
    midnight = timezone.make_aware(datetime.combine(today + timedelta(days=1), datetime.min.time()))
    left = max(int((midnight - now).total_seconds()), 1)
    # A cache that was emptied goes on from what is written down.
    used = _count(f"quota:{partner.pk}:{today}", amount, 90_000, lambda: UsageDay.requests_on(partner.pk, today))
    return Window("day", partner.requests_per_day, 86_400, used, left)


def _count(name: str, amount: int, seconds: int, start: Callable[[], int]) -> int:
    try:
        return _count_in(cache, name, amount, seconds, start)
    except Exception:  # each cache's client has its own errors, and none may cost a reader the answer
        logger.warning("The cache does not answer: quotas are counted in this process alone", exc_info=True)
        return _count_in(_own_memory, name, amount, seconds, start)


def _count_in(store, name: str, amount: int, seconds: int, start: Callable[[], int]) -> int:
    try:
        return store.incr(name, amount)
    except ValueError:  # not there yet
        store.add(name, start(), seconds)
        return store.incr(name, amount)
