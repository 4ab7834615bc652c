"""The periods of a legal document's status, from its dated events: pure, total, whatever the order of the events.

Law 64/2025/QH15 on legal documents, articles 53–55: when they take effect, are suspended, and lose their effect.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db import models
from django.utils.translation import pgettext_lazy

from articles.law.status import LawStatus, StatusOnDay

# The day from which the first period of every document counts.
BEGINNING = date.min


class EventKind(models.TextChoices):
    """Lịch sử hiệu lực: what happens to a document, in the order in which events of one day are read."""

    ISSUED = "issued", pgettext_lazy("event of a legal document", "Issued")
    IN_FORCE = "in_force", pgettext_lazy("event of a legal document", "Takes effect")
    AMENDED = "amended", pgettext_lazy("event of a legal document", "Amended")
    PARTLY_EXPIRED = "partly_expired", pgettext_lazy("event of a legal document", "Partly loses effect")
    SUSPENDED = "suspended", pgettext_lazy("event of a legal document", "Suspended")
    RESUMED = "resumed", pgettext_lazy("event of a legal document", "Resumed")
    REPLACED = "replaced", pgettext_lazy("event of a legal document", "Replaced")
    REPEALED = "repealed", pgettext_lazy("event of a legal document", "Repealed")
    EXPIRED = "expired", pgettext_lazy("event of a legal document", "Expires")


ORDER = {kind: place for place, kind in enumerate(EventKind.values)}
ENDINGS = frozenset({EventKind.REPLACED, EventKind.REPEALED, EventKind.EXPIRED})


@dataclass(frozen=True)
class Override:
    """A status an editor set by hand. It holds from `since` (None: from the beginning of its effect) to the next event.

    Amendments are no such event: they leave a status as it is.
    """

    status: str
    since: date | None


@dataclass(frozen=True)
class Period:
    """`start` is the first day, `until` the first day after it, None where no end is known."""

    start: date
    until: date | None
    status: str

    def holds_on(self, day: date) -> bool:
        return self.start <= day and (self.until is None or day < self.until)

    @property
    def as_status(self) -> StatusOnDay:
        return StatusOnDay(self.status, None if self.start == BEGINNING else self.start, self.until)


def all_events(
    given: Iterable[tuple[date, str]], issued: date | None, effective: date | None, expires: date | None
) -> list[tuple[date, str]]:
    """Return the events as they happen: the printed dates stand for the events of their kind that are not given."""
    events = list(given)
    kinds = {kind for _day, kind in events}
    if issued and EventKind.ISSUED not in kinds:
        events.append((issued, EventKind.ISSUED.value))
    if effective and EventKind.IN_FORCE not in kinds:
        events.append((effective, EventKind.IN_FORCE.value))
    if expires and not kinds & ENDINGS:
        events.append((expires, EventKind.EXPIRED.value))
    return sorted(events, key=in_order)


def in_order(event: tuple[date, str]) -> tuple[date, int]:
    return event[0], ORDER[event[1]]


def periods_of(events: Iterable[tuple[date, str]], override: Override | None = None) -> list[Period]:
    """Return periods that follow one another without gap, from BEGINNING on; two neighbours differ in status."""
    events = sorted(events, key=in_order)
    kinds = {kind for _day, kind in events}
    begins = next((day for day, kind in events if kind == EventKind.IN_FORCE), None)
    if begins is None:
        begins = next((day for day, kind in events if kind == EventKind.ISSUED), BEGINNING)
    first = LawStatus.NOT_YET if kinds & {EventKind.ISSUED, EventKind.IN_FORCE} else LawStatus.UNKNOWN
    steps = [(BEGINNING, -1, first.value), *_steps(events, has_beginning=EventKind.IN_FORCE in kinds)]
    if override is not None and _says_more(override, steps):
        # After the day's other events, before what ends it.
        steps.append((override.since or begins, ORDER[EventKind.RESUMED], LawStatus(override.status).value))
        steps.sort(key=lambda step: step[:2])
    return _merged(steps)


def _steps(events: list[tuple[date, str]], *, has_beginning: bool) -> list[tuple[date, int, str]]:
    """Return (day, place within the day, status from then on); what has ended begins no more."""
    steps: list[tuple[date, int, str]] = []
    held, is_suspended = "", False
    for day, kind in events:
        if kind in ENDINGS:
            return [*steps, (day, ORDER[kind], LawStatus.EXPIRED.value)]
        if kind == EventKind.AMENDED or (kind == EventKind.ISSUED and (held or has_beginning)):
            continue
        if kind == EventKind.ISSUED:
            held = LawStatus.UNKNOWN.value
        elif kind == EventKind.IN_FORCE:
            held = held if held == LawStatus.PARTLY_EXPIRED else LawStatus.IN_FORCE.value
        elif kind == EventKind.PARTLY_EXPIRED:
            held = LawStatus.PARTLY_EXPIRED.value
        else:
            is_suspended = kind == EventKind.SUSPENDED
            held = held or LawStatus.IN_FORCE.value
        steps.append((day, ORDER[kind], LawStatus.SUSPENDED.value if is_suspended else held))
    return steps


def _says_more(override: Override, steps: list[tuple[date, int, str]]) -> bool:
    """Whether an override without a day of its own says what the events do not say themselves."""
    if override.since is not None:
        return True
    statuses = {status for _day, _place, status in steps}
    if override.status == LawStatus.NOT_YET:
        return LawStatus.IN_FORCE not in statuses
    return override.status != LawStatus.EXPIRED or LawStatus.EXPIRED not in statuses


def _merged(steps: list[tuple[date, int, str]]) -> list[Period]:
    # The last status of a day is the day's.
    by_day = {day: status for day, _place, status in steps}
    starts: list[tuple[date, str]] = []
    for day, status in sorted(by_day.items()):
        if not starts or starts[-1][1] != status:
            starts.append((day, status))
    ends = [day for day, _status in starts[1:]]
    return [Period(day, until, status) for (day, status), until in zip(starts, [*ends, None], strict=True)]


def period_on(periods: Iterable, day: date):
    """Return the period a day is in; the periods cover every day."""
    return next(period for period in periods if period.holds_on(day))
