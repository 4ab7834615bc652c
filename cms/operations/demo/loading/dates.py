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


def hour(value: str | None) -> time | None:
    """Return "07:00" as a time of day."""
    return time.fromisoformat(value) if value else None
