"""Typed filters of a list: what a query parameter may say and which items it keeps.

A room declares them beside the type they belong to and registers them with it (see registry); its HTML index and its
API endpoint read the same declaration: one filter, two doors.
"""

import datetime
import uuid
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.dateparse import parse_date, parse_datetime
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

MAX_INTEGER = 2**31 - 1
# What a pattern can say in four digits, and no time zone carries beyond what Python and the databases can hold.
FIRST_YEAR, LAST_YEAR = 1000, 2999
# No NUL: PostgreSQL refuses it in text.
ANY_TEXT = r"^[^\u0000]*$"


@dataclass(frozen=True)
class Filter:
    """One query parameter: any text, as it stands.

    `keep(queryset, value)` returns the items that fit; `label` says in a few words what is compared. `schema` is the
    value's JSON Schema, `expects` what a reader is told who wrote something else.
    """

    label: str | Promise
    keep: Callable[[QuerySet, Any], QuerySet]

    expects: ClassVar[str | Promise] = _("a text")

    @property
    def schema(self) -> dict:
        return {"type": "string", "pattern": ANY_TEXT}

    def parse(self, text: str) -> Any:
        """Return the value `text` stands for. Raises ValueError if it is none."""
        return text


class IntegerFilter(Filter):
    """A whole number from 0 up."""

    expects = _("a whole number")

    @property
    def schema(self) -> dict:
        return {"type": "integer", "minimum": 0, "maximum": MAX_INTEGER}

    def parse(self, text: str) -> int:
        if not (text.isascii() and text.isdigit() and len(text) <= 10 and int(text) <= MAX_INTEGER):
            raise ValueError(text)
        return int(text)


class YearFilter(IntegerFilter):
    """A year of four digits."""

    expects = _("a year of four digits")

    @property
    def schema(self) -> dict:
        return {"type": "integer", "minimum": 1000, "maximum": 9999}

    def parse(self, text: str) -> int:
        if len(text) != len("2026") or text.startswith("0"):
            raise ValueError(text)
        return super().parse(text)


class BooleanFilter(Filter):
    """`true` or `false`, as Wagtail's API spells them (`1` and `0` too)."""

    expects = _("true or false")

    @property
    def schema(self) -> dict:
        return {"type": "string", "enum": ["true", "false", "1", "0"]}

    def parse(self, text: str) -> bool:
        if text not in ("true", "false", "1", "0"):
            raise ValueError(text)
        return text in ("true", "1")


class UuidFilter(Filter):
    """A UUID: the public identity all languages share."""

    expects = _("a UUID")

    @property
    def schema(self) -> dict:
        return {"type": "string", "format": "uuid"}

    def parse(self, text: str) -> uuid.UUID:
        return parse_uuid(text)


def parse_uuid(text: str) -> uuid.UUID:
    """Return a UUID from its canonical form alone: uuid.UUID() also takes braces, "urn:uuid:" and hyphens anywhere."""
    value = uuid.UUID(text)
    if str(value) != text.lower():
        raise ValueError(text)
    return value


class DayFilter(Filter):
    """A day."""

    expects = _("a date (2026-03-15)")

    @property
    def schema(self) -> dict:
        return {"type": "string", "format": "date"}

    def parse(self, text: str) -> datetime.date:
        day = parse_date(text) if len(text) == len("2026-03-15") else None
        if day is None:
            raise ValueError(text)
        return day


class MonthFilter(Filter):
    """A month, as its first day."""

    expects = _("a month (2026-03)")

    @property
    def schema(self) -> dict:
        return {"type": "string", "pattern": r"^(19(0[89]|[1-9]\d)|2\d{3})-(0[1-9]|1[0-2])$"}

    def parse(self, text: str) -> datetime.date:
        day = parse_date(f"{text}-01") if len(text) == len("2026-03") else None
        if day is None or not FIRST_YEAR < day.year <= LAST_YEAR:
            raise ValueError(text)
        return day


class MomentFilter(Filter):
    """A moment, or a day, which stands for its first moment in Vietnam."""

    expects = _("a date (2026-03-15) or a date and time (2026-03-15T07:00:00Z; write the + of an offset as %2B)")

    @property
    def schema(self) -> dict:
        kinds = [{"type": "string", "format": "date"}, {"type": "string", "format": "date-time"}]
        return {"anyOf": kinds, "pattern": r"^[12]\d{3}-"}

    def parse(self, text: str) -> datetime.datetime:
        day = parse_date(text) if len(text) == len("2026-03-15") else None
        moment = datetime.datetime.combine(day, datetime.time.min) if day else parse_datetime(text)
        if moment is None or not FIRST_YEAR <= moment.year <= LAST_YEAR:
            raise ValueError(text)
        moment = timezone.make_aware(moment) if timezone.is_naive(moment) else moment
        # RFC 3339 allows offsets up to 23:59, PostgreSQL takes none of 16 hours or more.
        return moment.astimezone(datetime.UTC)


@dataclass(frozen=True)
class ChoiceFilter(Filter):
    """One of the values of `choices` ({value: label})."""

    choices: Mapping[str, str | Promise]

    expects = _("one of the values listed in the documentation")

    @property
    def schema(self) -> dict:
        return {"type": "string", "enum": list(self.choices)}

    def parse(self, text: str) -> str:
        if text not in self.choices:
            raise ValueError(text)
        return text
