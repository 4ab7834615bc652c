"""Who may keep an answer, and for how long."""

import re
from datetime import datetime, time, timedelta

from django.utils import timezone

from cms.core.text.formats import VIETNAM

# Browsers ask each time; an edge may answer for a minute, and half a minute more while it asks. What it keeps longer
# than that it would have to be told of; see cms.caching.purging for what it is told at once.
CACHE_CONTROL = "public, max-age=0, s-maxage=60, stale-while-revalidate=30"
# For what may become another thing any moment: a missing page, an address that leads on.
SHORT_CACHE_CONTROL = "public, max-age=0, s-maxage=10"
PRIVATE_CACHE_CONTROL = "private, no-cache"

KEPT_STATUSES = frozenset({200, 301, 404, 410})
# What is public unless it says otherwise. JSON is not among them: an endpoint says itself who may keep it.
PUBLIC_TYPES = ("text/html", "application/xml", "text/xml", "application/rss+xml", "application/atom+xml")
# The numbers say when an answer is old; these only bound what they cannot know.
KEPT_SECONDS = 3600
SHORT_SECONDS = 60

_has_post_form = re.compile(rb"""<form\b[^>]*\bmethod\s*=\s*["']?post\b""", re.IGNORECASE).search
_shared_age = re.compile(r"\bs-maxage\s*=\s*\"?(\d+)").search
_age = re.compile(r"\bmax-age\s*=\s*\"?(\d+)").search
_is_forbidden = re.compile(r"\b(?:no-store|private|no-cache)\b").search


def default_cache_control(status: int, content_type: str, body: bytes, is_personal: bool) -> str:
    """Return what an answer that says nothing itself should say; "" for nothing."""
    is_page = content_type.startswith("text/html")
    if is_personal:
        return PRIVATE_CACHE_CONTROL if is_page else ""
    if status == 200:
        if is_page and _has_post_form(body):
            return PRIVATE_CACHE_CONTROL
        return CACHE_CONTROL if content_type.startswith(PUBLIC_TYPES) else ""
    return SHORT_CACHE_CONTROL if status in KEPT_STATUSES else ""


def seconds_to_keep(status: int, cache_control: str, has_cookie: bool) -> float:
    """Return how long an answer may be kept here, 0 for not at all."""
    if status not in KEPT_STATUSES or has_cookie or _is_forbidden(cache_control):
        return 0
    if cache_control == CACHE_CONTROL:
        return KEPT_SECONDS
    if cache_control == SHORT_CACHE_CONTROL:
        return SHORT_SECONDS
    age = _shared_age(cache_control) or (_age(cache_control) if "public" in cache_control else None)
    return min(int(age[1]), KEPT_SECONDS) if age else 0


def seconds_to_midnight(now: datetime | None = None) -> float:
    """Return how long it is the same day in Vietnam: many a page says what holds today."""
    now = (now or timezone.now()).astimezone(VIETNAM)
    return (datetime.combine(now.date() + timedelta(days=1), time.min, tzinfo=VIETNAM) - now).total_seconds()
