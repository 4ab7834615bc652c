"""A law document's events as readers get them: the original's facts with the words of the reader's language."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.conf import settings

from articles.law.timeline import EventKind, all_events, in_order


@dataclass(frozen=True)
class HistoryEntry:
    """`source_key` names the document that brought it; `language` is that of part and note."""

    date: date
    code: str
    affected_part: str = ""
    note: str = ""
    language: str = settings.LANGUAGE_CODE
    source_key: UUID | None = None

    @property
    def label(self) -> str:
        return str(EventKind(self.code).label)


def history_of(document) -> list[HistoryEntry]:
    """Return the events in their order; printed dates stand for those that are not given."""
    original = document.original
    facts = [event for event in original.events.select_related("source_document") if event.date and event.event]
    own = {} if original is document else {event.translation_key: event for event in document.events.all()}
    entries = [_entry(event, own.get(event.translation_key), document, original) for event in facts]
    given = [(entry.date, entry.code) for entry in entries]
    for day, kind in all_events(given, original.issue_date, original.effective_date, original.expiry_date):
        if (day, kind) not in given:
            entries.append(HistoryEntry(day, kind))
    return sorted(entries, key=lambda entry: in_order((entry.date, entry.code)))


def _entry(event, own, document, original) -> HistoryEntry:
    words, page = (own, document) if own is not None else (event, original)
    source = event.source_document
    return HistoryEntry(
        event.date,
        event.event,
        words.affected_part,
        words.note,
        page.locale.language_code,
        source.translation_key if source is not None else None,
    )
