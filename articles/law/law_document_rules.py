"""What cannot be true of a law document's dates, events and relations: where, and a sentence for the editor."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from articles.law.as_of import FIRST_YEAR, LAST_YEAR
from articles.law.law_link import closes_a_circle, edges_of
from articles.law.law_relation import RelationType
from articles.law.timeline import ENDINGS, EventKind, all_events, in_order

# What may come before the date of issue: a document may take effect from a day before it.
MAY_COME_BEFORE_ISSUE = frozenset({EventKind.ISSUED, EventKind.IN_FORCE})


class Problem(NamedTuple):
    """`row` is the place of an event or relation among its kind, `field` the name of its field."""

    row: int
    field: str
    message: str


class Dates(NamedTuple):
    """The dates printed in a document."""

    issued: date | None
    effective: date | None
    expires: date | None


def dates_of(document) -> Dates:
    return Dates(document.issue_date, document.effective_date, document.expiry_date)


def field_problems(document) -> dict[str, str]:
    """Return {field: message} of what can be seen without events."""
    errors = {}
    for name in ("issue_date", "effective_date", "expiry_date", "status_since"):
        day = getattr(document, name)
        if day and not FIRST_YEAR <= day.year <= LAST_YEAR:
            errors[name] = _impossible_year(day)
    issued, effective, expires = dates_of(document)
    if expires and effective and expires < effective:
        errors["expiry_date"] = _("A document cannot lose its effect before it takes effect.")
    elif expires and issued and expires < issued:
        errors["expiry_date"] = _("A document cannot lose its effect before it is issued.")
    if document.status and not document.status_note.strip():
        errors["status_note"] = _("Say why the status is set by hand; readers see it.")
    if not document.status and document.status_since:
        errors["status_since"] = _("This day belongs to a status set by hand, and none is set.")
    return errors


def event_problems(dates: Dates, events: Sequence[tuple[date, str]]) -> list[Problem]:
    """Return what cannot be true of events (day, kind), as they stand in the form."""
    found = [Problem(row, "date", _impossible_year(day)) for row, (day, _kind) in enumerate(events) if _is_odd(day)]
    if found:
        return found
    known = all_events(events, *dates)
    issued = next((day for day, kind in known if kind == EventKind.ISSUED), None)
    begins = next((day for day, kind in known if kind == EventKind.IN_FORCE), None)
    end = next((event for event in known if event[1] in ENDINGS), None)
    for row, event in enumerate(events):
        day, kind = event
        message = ""
        if kind == EventKind.ISSUED and dates.issued and day != dates.issued:
            message = _("The date of issue printed in the document is another day.")
        elif kind not in MAY_COME_BEFORE_ISSUE and issued and day < issued:
            message = _("This cannot happen before the document is issued.")
        elif kind in ENDINGS and begins and day < begins:
            message = _("A document cannot lose its effect before it takes effect.")
        elif kind not in ENDINGS and end and in_order(event) > in_order(end):
            message = _("Nothing more can happen to a document after it has lost its effect.")
        elif kind == EventKind.RESUMED and not _is_suspended_before(event, known):
            message = _("Only what is suspended can be resumed: enter the suspension too.")
        if message:
            found.append(Problem(row, "date", message))
    return found


def relation_problems(document, relations: Sequence[tuple[str, object]], events: Iterable) -> list[Problem]:
    """Return what cannot be true of relations (relation, target page), events being (kind, source page or None)."""
    key, found, seen = document.translation_key, [], set()
    for row, (relation, target) in enumerate(relations):
        edge = (relation, target.translation_key)
        if target.translation_key == key:
            found.append(Problem(row, "target", _("A document cannot be related to itself.")))
        elif edge in seen:
            found.append(Problem(row, "target", _("This relation is entered twice.")))
        elif relation == RelationType.REPLACES and closes_a_circle(key, _edges(key, [(relation, target)], events)):
            found.append(Problem(row, "target", _in_a_circle()))
        seen.add(edge)
    return found


def source_problems(document, sources: Sequence[tuple[str, object]]) -> list[Problem]:
    """Return what cannot be true of the sources of events (kind, source page or None)."""
    found = []
    for row, (kind, source) in enumerate(sources):
        if source is None:
            continue
        if source.translation_key == document.translation_key:
            found.append(Problem(row, "source_document", _("A document cannot be related to itself.")))
        elif kind == EventKind.REPLACED and closes_a_circle(
            document.translation_key, _edges(document.translation_key, [], [(kind, source)])
        ):
            found.append(Problem(row, "source_document", _in_a_circle()))
    return found


def child_problems(document) -> dict[str, list[ValidationError]]:
    """Return {"events": …, "relations": …} of a document's own children; what has none is left out."""
    events, relations = (
        list(document.events.select_related("source_document")),
        list(document.relations.select_related("target")),
    )
    sources = [(event.event, event.source_document) for event in events]
    problems = {
        "events": event_problems(dates_of(document), [(event.date, event.event) for event in events])
        + source_problems(document, sources),
        "relations": relation_problems(document, [(row.relation, row.target) for row in relations], sources),
    }
    return {name: [ValidationError(problem.message) for problem in found] for name, found in problems.items() if found}


def _edges(key, relations: Iterable, events: Iterable) -> set:
    return edges_of(
        key,
        [(relation, target.translation_key) for relation, target in relations],
        [(kind, source.translation_key) for kind, source in events if source is not None],
    )


def _is_suspended_before(event: tuple[date, str], known: list[tuple[date, str]]) -> bool:
    before = [kind for day, kind in known if in_order((day, kind)) < in_order(event)]
    turns = [kind for kind in before if kind in (EventKind.SUSPENDED, EventKind.RESUMED)]
    return bool(turns) and turns[-1] == EventKind.SUSPENDED


def _is_odd(day: date) -> bool:
    return not FIRST_YEAR <= day.year <= LAST_YEAR


def _impossible_year(day: date) -> str:
    return _("The year %(year)d cannot be right.") % {"year": day.year}


def _in_a_circle() -> str:
    return _("By this the document would, over others, replace itself. Check which of the two is the newer.")
