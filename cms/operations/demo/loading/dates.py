"""Dates as the demo's texts write them."""

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

VIETNAM = ZoneInfo("Asia/Ho_Chi_Minh")


def day(value: str | None) -> date | None:
    """Return "2026-03-15" as a date."""
    return date.fromisoformat(value) if value else None


def moment(value: str | None) -> datetime | None:
    """Return "2026-03-15T08:05" as that moment in Vietnam."""
    return datetime.fromisoformat(value).replace(tzinfo=VIETNAM) if value else None


def publication(page) -> datetime | None:
    """Return when a page of the demo was first published: on the day it speaks of; None for one that names none."""
    names = ("display_date", "event_date", "recorded_on", "answer_date", "issue_date")
    value = next((value for name in names if (value := getattr(page, name, None))), None)
    return datetime.combine(value, time(8), VIETNAM) if value and not isinstance(value, datetime) else value


def hour(value: str | None) -> time | None:
    """Return "07:00" as a time of day."""
    return time.fromisoformat(value) if value else None
