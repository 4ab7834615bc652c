"""What editors and partners ask of the numbers: by day and language, and what comes first."""

from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import QuerySet, Sum

from cms.statistics.models import DayCount, Subject


@dataclass(frozen=True)
class Span:
    """Days from `first` to `last`, both of them included."""

    first: date
    last: date

    @classmethod
    def of_days(cls, number: int, last: date) -> "Span":
        return cls(last - timedelta(days=number - 1), last)

    def days(self) -> list[date]:
        return [self.first + timedelta(days=number) for number in range((self.last - self.first).days + 1)]


def rows_of(subject: Subject, span: Span, locale: str = "") -> QuerySet[DayCount]:
    rows = DayCount.objects.filter(subject=subject, day__gte=span.first, day__lte=span.last)
    return rows.filter(locale=locale) if locale else rows


def by_day(subject: Subject, span: Span, locale: str = "") -> dict[date, Counter[str]]:
    """Return {day: {language: times}} of every day of the span; a day without any is empty."""
    found = {day: Counter() for day in span.days()}
    rows = rows_of(subject, span, locale).values_list("day", "locale").annotate(times=Sum("count"))
    for day, language, times in rows:
        found[day][language] += times
    return found


def first_keys(subject: Subject, span: Span, most: int, locale: str = "", least: int = 1) -> list[tuple[str, str, int]]:
    """Return [(key, language, times)], the most frequent first, of those that occur `least` times."""
    rows = rows_of(subject, span, locale).values_list("key", "locale").annotate(times=Sum("count"))
    return list(rows.filter(times__gte=least).order_by("-times", "key", "locale")[:most])
