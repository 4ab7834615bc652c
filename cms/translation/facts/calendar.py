"""Readings of days, months, years and times of day; impossible ones ("31/13") are none."""

import re
from datetime import date
from fractions import Fraction

from cms.translation.facts.fact import DATE, NUMBER, TIME, Reading
from cms.translation.facts.rules import Found

FIRST_YEAR, LAST_YEAR = 1800, 2199


def day(day_number: int, month_number: int, year: int | None = None) -> tuple[Reading, ...]:
    try:
        date(2000 if year is None else year, month_number, day_number)
    except ValueError:
        return ()
    return ((DATE, ("day", year, month_number, day_number)),)


def month(number: int, year: int | None = None) -> tuple[Reading, ...]:
    return ((DATE, ("month", year, number)),) if 1 <= number <= 12 else ()


def quarter(number: int, year: int | None = None) -> tuple[Reading, ...]:
    return ((DATE, ("quarter", year, number)),) if 1 <= number <= 4 else ()


def months(place: str, number: int, year: int | None = None) -> tuple[Reading, ...]:
    """Return the reading of the "first" or "last" so many months of a year; three of them are also a quarter."""
    readings: tuple[Reading, ...] = ((DATE, ("months", year, place, number)),)
    if number == 3:
        readings += quarter(1 if place == "first" else 4, year)
    return readings


def full_year(text: str | None) -> int | None:
    """Return the year that "2019" or "19" means; None for nothing."""
    if not text:
        return None
    number = int(text)
    if len(text) == 2:
        return number + (2000 if number < 70 else 1900)
    return number


def year(number: int) -> tuple[Reading, ...]:
    return ((DATE, ("year", number)),) if FIRST_YEAR <= number <= LAST_YEAR else ()


def year_or_number(match: re.Match, *, is_counted: bool) -> list[Found]:
    """Return what "2026" alone is (group "year"): a year, or a number of things where these follow ("2000 people")."""
    readings = year(int(match["year"]))
    number: tuple[Reading, ...] = ((NUMBER, Fraction(match["year"])),)
    if not readings:
        return []
    return [Found((*number, *readings) if is_counted else (*readings, *number))]


def term(first: int, last_text: str) -> tuple[tuple[Reading, ...], tuple[Reading, ...]]:
    """Return the reading of "2023-2028" or "2023-28", and its parts, the two years."""
    last = int(last_text) if len(last_text) == 4 else first // 100 * 100 + int(last_text)
    if not (FIRST_YEAR <= first < last <= LAST_YEAR):
        return (), ()
    return ((DATE, ("term", first, last)),), (*year(first), *year(last))


def weekday(number: int) -> tuple[Reading, ...]:
    """Return the reading of a weekday; 0 is Monday."""
    return ((DATE, ("weekday", number)),)


def clock(hour: int, minute: int = 0) -> tuple[Reading, ...]:
    if not (0 <= hour <= 24 and 0 <= minute < 60):
        return ()
    return ((TIME, hour * 60 + minute),)


def years_of(value: tuple) -> set[int]:
    """Return the years that a date's value names."""
    if value[0] == "weekday":
        return set()
    named = value[1:3] if value[0] == "term" else value[1:2]
    return {item for item in named if item is not None}


def weekday_of(value: tuple) -> int | None:
    """Return on which weekday a date's value falls, None where it does not say."""
    if value[0] != "day" or value[1] is None:
        return None
    try:
        return date(*value[1:]).weekday()
    except ValueError:  # 29 February of a year without one
        return None
