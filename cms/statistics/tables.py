"""Adding to numbers in the database, each table in one statement: on both databases nobody's count is written over."""

from collections.abc import Iterator, Sequence
from datetime import date

from django.db import connection

from cms.statistics.models import DayCount, MinuteCount, SeenView

# Far below the number of values a statement may have on either database.
ROWS = 500


def remember(minutes: dict[int, int]) -> set[int]:
    """Remember digests with their minute; return those that were not yet."""
    table = SeenView._meta.db_table
    new = set()
    for rows, marks in _chunks(sorted(minutes.items())):
        with connection.cursor() as cursor:
            cursor.execute(
                f"INSERT INTO {table} (digest, minute) VALUES {marks} ON CONFLICT DO NOTHING RETURNING digest", rows
            )
            new.update(digest for (digest,) in cursor.fetchall())
    return new


def add_days(counts: dict[tuple[date, str, str, str], int]) -> None:
    """Add to the numbers of days, by (day, subject, key, locale)."""
    table = DayCount._meta.db_table
    # In one order, or two who add to the same rows would wait for each other.
    ordered = sorted((subject, day, key, locale, count) for (day, subject, key, locale), count in counts.items())
    for rows, marks in _chunks(ordered):
        with connection.cursor() as cursor:
            cursor.execute(
                f"INSERT INTO {table} (subject, day, key, locale, count) VALUES {marks} "
                f"ON CONFLICT (subject, day, key, locale) DO UPDATE SET count = {table}.count + excluded.count",
                rows,
            )


def add_minutes(counts: dict[int, int]) -> None:
    """Add to the numbers of minutes."""
    table = MinuteCount._meta.db_table
    for rows, marks in _chunks(sorted(counts.items())):
        with connection.cursor() as cursor:
            cursor.execute(
                f"INSERT INTO {table} (minute, count) VALUES {marks} "
                f"ON CONFLICT (minute) DO UPDATE SET count = {table}.count + excluded.count",
                rows,
            )


def _chunks(rows: Sequence[tuple]) -> Iterator[tuple[list, str]]:
    """Give the values of some rows after another, and as many marks for them."""
    for start in range(0, len(rows), ROWS):
        chunk = rows[start : start + ROWS]
        mark = f"({', '.join(['%s'] * len(chunk[0]))})"
        yield [_adapted(value) for row in chunk for value in row], ", ".join([mark] * len(chunk))


def _adapted(value: date | str | int):
    return connection.ops.adapt_datefield_value(value) if isinstance(value, date) else value
