"""A law document as its page shows it: what templates call `law`."""

from datetime import date
from urllib.parse import urlsplit

from django.utils.functional import cached_property
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from articles.law.as_of import asked_as_of, day_in
from articles.law.law_document_parts import with_readings
from articles.law.related_documents import cards_in_tree_of
from articles.law.status import LawStatus, StatusOnDay, today_in_vietnam
from articles.law.timeline import ENDINGS, EventKind
from articles.term_links import term_links
from cms.core.text.formats import short_date

# The events that the dates at the head of the record show already.
PRINTED = frozenset({EventKind.ISSUED, EventKind.IN_FORCE, EventKind.EXPIRED})


class LawRecord:
    """The facts of a document, in the active language and as of a day, ready to be written."""

    def __init__(self, document, request):
        self.document = document
        self.as_of = day_in(request.GET)
        self.day = self.as_of or today_in_vietnam()
        library = document.tree_page.get_parent()
        self._library_url = (library.get_url(request) if library is not None else "") or ""

    @property
    def number(self) -> str:
        return self.document.display_number

    @property
    def type(self) -> str:
        return str(self.document.get_document_type_display())

    @cached_property
    def status(self) -> StatusOnDay:
        return self.document.status_on(self.day)

    @property
    def status_note(self) -> str:
        """One sentence where the status alone leaves a question open."""
        if self.status.code == LawStatus.UNKNOWN:
            return _("The library has not established whether this document is still in force. Ask its issuing body.")
        if self.status.until is None:
            return ""
        day = short_date(self.status.until, get_language())
        following = self.document.status_on(self.status.until).code
        if self.status.code == LawStatus.NOT_YET and following == LawStatus.IN_FORCE:
            return _("It takes effect on %(date)s.") % {"date": day}
        if following == LawStatus.EXPIRED:
            return _("It loses its effect on %(date)s.") % {"date": day}
        return ""

    @property
    def editors_note(self) -> str:
        """Why the status was set by hand, while it is the one shown."""
        document = self.document
        return document.status_note if document.original.status == self.status.code else ""

    @cached_property
    def history(self) -> list[dict]:
        """Return [{"code", "label", "date", "is_past", "affected_part", "note", "lang", "source" (card)}]."""
        shown = get_language()
        return [
            {
                "code": entry.code,
                "label": entry.label,
                "date": entry.date,
                "is_past": entry.date <= self.day,
                "affected_part": entry.affected_part,
                "note": entry.note,
                "lang": "" if entry.language == shown else entry.language,
                "source": self._cards.get(entry.source_key),
            }
            for entry in self.document.mentions.history
        ]

    @property
    def has_history(self) -> bool:
        """Whether there is more to tell than the dates above already do."""
        return any(entry["code"] not in PRINTED or entry["source"] or entry["note"] for entry in self.history)

    @cached_property
    def relations(self) -> list[dict]:
        """Return [{"label", "cards"}], one for each relation and direction, in their order."""
        groups: dict[tuple, dict] = {}
        for relation in self.document.mentions.relations:
            card = self._cards.get(relation.other)
            if card is not None:
                key = (relation.type, relation.is_outgoing)
                groups.setdefault(key, {"label": relation.label, "cards": []})["cards"].append(card)
        return list(groups.values())

    @cached_property
    def _cards(self) -> dict:
        """The cards of the documents this one mentions, by translation key, at their addresses in the reader's tree."""
        with asked_as_of(self.as_of):
            return cards_in_tree_of(self.document.tree_page, self.document.mentions.wanted)

    @property
    def abstract(self) -> str:
        return self.document.abstract

    @property
    def dates(self) -> list[dict]:
        """Return [{"code", "label", "date" (or None), "is_past"}]; the end only where it is known.

        What is not printed in the document may be known from its events.
        """
        effective = self.document.effective_date or self._day_of({EventKind.IN_FORCE})
        expiry = self.document.expiry_date or self._day_of(ENDINGS)
        entries = [
            ("issued", _("Issued"), self.document.issue_date),
            ("effective", _("In force from"), effective),
        ]
        if expiry:
            entries.append(("expiry", _("Without effect from"), expiry))
        return [
            {"code": code, "label": label, "date": day, "is_past": day is not None and day <= self.day}
            for code, label, day in entries
        ]

    def _day_of(self, kinds) -> date | None:
        return next((entry["date"] for entry in self.history if entry["code"] in kinds), None)

    @cached_property
    def issuers(self) -> list[dict]:
        return term_links(self.document.issuer_terms, self._library_url, "issuer")

    @cached_property
    def fields(self) -> list[dict]:
        return term_links(self.document.field_terms, self._library_url, "field")

    @cached_property
    def files(self) -> list[dict]:
        """Return what components/file_row.html shows of each file; `size` in bytes."""
        return [self._file(file) for file in with_readings(self.document.files)]

    @property
    def signatory(self) -> str:
        return self.document.signatory

    @property
    def signatory_title(self) -> str:
        return self.document.signatory_title

    @property
    def gazette(self) -> str:
        return self.document.gazette

    @property
    def source_url(self) -> str:
        return self.document.source_url

    @property
    def source_name(self) -> str:
        """The host of the source's address, as people call it: "chinhphu.vn"."""
        return urlsplit(self.source_url).netloc.removeprefix("www.")

    def _file(self, file) -> dict:
        notes = [str(file.get_kind_display()), file.standing_label]
        is_foreign = file.language != get_language()
        if is_foreign:
            notes.append(_("in Vietnamese") if file.language == file.Language.VIETNAMESE else _("in English"))
        return {
            "title": file.display_title,
            "url": file.document.url,
            "size": file.document.file_size,
            "format": file.document.file_extension,
            "pages": file.shown_pages,
            "note": " · ".join(notes),
            # A title of its own is in the page's language; the stored one is in the file's.
            "lang": file.language if is_foreign and not file.title else "",
        }
