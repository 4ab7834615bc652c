"""`?as_of=`: the day by which a reader asks for status, today in Vietnam unless they say another."""

import datetime
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar

from django.utils.translation import gettext as _

from articles.law.status import StatusOnDay, today_in_vietnam
from articles.law.timeline import BEGINNING, Period, period_on
from cms.delivery.filters import DayFilter

PARAMETER = "as_of"
# Before the first, no document of the library was issued; what is beyond the last is a slip of the finger.
FIRST_YEAR, LAST_YEAR = 1900, 2199

_asked: ContextVar[datetime.date | None] = ContextVar("as_of", default=None)


class AsOfFilter(DayFilter):
    """A day within what can be meant."""

    @property
    def schema(self) -> dict:
        # FIRST_YEAR to LAST_YEAR, as far as a schema can say it of a date.
        return {**super().schema, "pattern": r"^(19|20|21)\d\d-"}

    def parse(self, text: str) -> datetime.date:
        day = super().parse(text)
        if not FIRST_YEAR <= day.year <= LAST_YEAR:
            raise ValueError(text)
        return day


def day_in(parameters: Mapping[str, str]) -> datetime.date | None:
    """Return the day an address names, None where it names none or what cannot be meant (see `refusal_of`)."""
    text = (parameters.get(PARAMETER) or "").strip()
    try:
        return AsOfFilter("", None).parse(text) if text else None
    except ValueError:
        return None


def refusal_of(parameters: Mapping[str, str]) -> str:
    """Return a sentence for a reader whose address names a day that cannot be meant, "" where all is well."""
    text = (parameters.get(PARAMETER) or "").strip()
    if not text or day_in(parameters) is not None:
        return ""
    return _("“%(text)s” is not a day we can look up. Write year, month and day like this: 2025-07-01.") % {
        "text": text[:40]
    }


def day_asked() -> datetime.date:
    """Return the day by which status is shown just now."""
    return _asked.get() or today_in_vietnam()


def refuse_day(response):
    """Return a page's response, as a refusal (400) where its context has `as_of_refusal`: the page says why."""
    if (getattr(response, "context_data", None) or {}).get("as_of_refusal"):
        response.status_code = 400
    return response


@contextmanager
def asked_as_of(day: datetime.date | None) -> Iterator[None]:
    """Show status by this day within the block; None is today."""
    token = _asked.set(day)
    try:
        yield
    finally:
        _asked.reset(token)


def restated_as_of(document: dict, day: datetime.date) -> dict:
    """Return a delivered law document with the status of a day, from its own `status_periods`."""
    if "status_periods" not in document:  # another type, in a list of several
        return document
    words = {part["since"]: part for part in document["status_periods"]}
    periods = [Period(_day(part["since"]) or BEGINNING, _day(part["until"]), part["code"]) for part in words.values()]
    found: StatusOnDay = period_on(periods, day).as_status
    return {**document, "status": words[found.since.isoformat() if found.since else None]}


def _day(text: str | None) -> datetime.date | None:
    return datetime.date.fromisoformat(text) if text else None
