"""Working days: Monday to Friday, less the days of the calendar that staff keep.

The day on which something arrives, by the clock of Vietnam, is never counted; the last day counted is the due date.
"""

from collections.abc import Collection
from datetime import date, datetime, timedelta

from cms.core.text.formats import VIETNAM

ONE_DAY = timedelta(days=1)
SATURDAY = 5


def is_working_day(day: date, days_off: Collection[date]) -> bool:
    return day.weekday() < SATURDAY and day not in days_off


def due_date(arrived_at: datetime, working_days: int, days_off: Collection[date]) -> date:
    """Return the last of so many working days after the day on which something arrived."""
    return later(arrived_at.astimezone(VIETNAM).date(), working_days, days_off)


def later(day: date, working_days: int, days_off: Collection[date]) -> date:
    """Return the last of so many working days after a day."""
    while working_days > 0:
        day += ONE_DAY
        working_days -= is_working_day(day, days_off)
    return day


def working_days_between(first: date, last: date, days_off: Collection[date]) -> int:
    """Return how many working days there are after `first` up to `last`; 0 where `last` is no later."""
    return sum(is_working_day(first + timedelta(days=number), days_off) for number in range(1, (last - first).days + 1))
