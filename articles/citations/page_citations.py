"""The law documents that one page cites, found with one query, and the links to them in its text."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q
from django.utils.html import escape
from wagtail.models import Locale

from articles.citations.cited_texts import cited_in, find_mentions, has_cited_texts, note_mentions
from articles.citations.keys import keys_of_record, records_named
from articles.law.status import midnight_in_vietnam, today_in_vietnam
from cms.core.mentions import Linker, LooseText
from cms.core.models import BasePage
from cms.core.restrictions import is_restricted
from cms.core.text.text_nodes import escape_text, replace_text
from cms.delivery.known_row import KnownRow

_KEPT_AS = "_page_citations"


@dataclass
class CitedDocument:
    """`record`: the law document in the page's language if it is translated, else its source; None if unknown.

    `shown`: the page a reader is sent to: in the language of the page, even where that only stands in for the source.
    """

    number: str
    record: BasePage | None = None
    shown: BasePage | None = None


class PageCitations:
    """What a page or a loose text cites, by key, in the order of the text.

    `printed` and `chosen` are as `cited_in` gives them; a loose text is of no page (None), in the language of a locale.
    """

    def __init__(self, page_pk: int | None, locale_pk: int, printed: dict[str, str], chosen: list[int]):
        self.page_pk, self.locale_pk = page_pk, locale_pk
        self.by_key = {key: CitedDocument(number) for key, number in printed.items()}
        self.by_block: list[CitedDocument] = []
        if printed or chosen:
            self._resolve(chosen)

    @classmethod
    def of_text(cls, text: str, language: str) -> "PageCitations":
        """Return what a text on no page cites, as a page in this language would. One query for all it names."""
        printed: dict[str, str] = {}
        note_mentions(text, printed)
        return cls(None, Locale.objects.get_for_language(language).pk, printed, [])

    @classmethod
    def of(cls, page) -> "PageCitations":
        """Return the citations of a page as it is in memory; asked for again, without a query."""
        kept = page.__dict__.get(_KEPT_AS)
        if kept is None:
            printed, chosen = cited_in(page) if has_cited_texts(type(page)) else ({}, [])
            kept = page.__dict__[_KEPT_AS] = cls(page.pk, page.locale_id, printed, chosen)
        return kept

    def all(self) -> list[CitedDocument]:
        """Return each document once; titles and years that name no record are not citations."""
        listed, seen = [], set()
        for cited in [*self.by_key.values(), *self.by_block]:
            identity = cited.record.translation_key if cited.record is not None else cited.number
            if identity not in seen:
                seen.add(identity)
                listed.append(cited)
        titles = {id(cited) for key, cited in self.by_key.items() if key.startswith("=") and cited.record is None}
        return [cited for cited in listed if id(cited) not in titles]

    def link(self, html: str) -> str:
        """Return rich text with the documents it names as links, each once a paragraph."""
        return replace_text(html, self._link_text)

    def next_change(self) -> datetime | None:
        """Return the next midnight at which the status of one of the documents becomes another."""
        today = today_in_vietnam()
        records = [cited.record for cited in self.all() if cited.record is not None]
        days = [day for record in records if (day := record.next_change(today))]
        return midnight_in_vietnam(min(days)) if days else None

    def _resolve(self, chosen: list[int]) -> None:
        from articles.law.law_document_page import LawDocumentPage

        asked = records_named(self.by_key)
        if chosen:
            keys = LawDocumentPage.objects.filter(pk__in=chosen).values("translation_key")
            asked |= Q(translation_key__in=keys)
        records = LawDocumentPage.objects.live().exclude(is_restricted()).filter(asked).exclude(pk=self.page_pk)
        records = records.select_related("locale").prefetch_related("status_periods")
        records = list(records.defer_streamfields().newest_first())
        for record in records:
            for key in keys_of_record(record.number, record.title, record.issue_date) & self.by_key.keys():
                self._take(self.by_key[key], record)
        for pk in chosen:
            identity = next((record.translation_key for record in records if record.pk == pk), None)
            cited = CitedDocument("")
            for record in records:
                if record.translation_key == identity:
                    self._take(cited, record)
            if cited.record is not None:
                cited.number = cited.record.display_number or cited.record.title
                self.by_block.append(cited)

    def _take(self, cited: CitedDocument, record) -> None:
        """Keep a record where it is nearer than what was found: of the newest document, the page's language first."""
        first = cited.shown or record
        if record.translation_key != first.translation_key:
            return
        is_here = record.locale_id == self.locale_pk
        if cited.shown is None or is_here:
            cited.shown = record
        if not record.is_untranslated and (cited.record is None or is_here):
            cited.record = record

    def _link_text(self, text: str, seen: set) -> str | None:
        written, end = [], 0
        for mention in find_mentions(text):
            cited = self.by_key.get(mention.key)
            url = (cited.shown.get_url() or "") if cited is not None and cited.shown is not None else ""
            if not url or mention.key in seen:
                continue
            seen.add(mention.key)
            written += [escape_text(text[end : mention.start]), _link(url, cited, text[mention.start : mention.end])]
            end = mention.end
        return "".join([*written, escape_text(text[end:])]) if written else None


def _link(url: str, cited: CitedDocument, words: str) -> str:
    return f'<a href="{escape(url)}">{escape_text(words)}</a>'


def linker_of(page):
    """Return what links the documents a page or a loose text cites; None where there is no text, or it cites none."""
    if isinstance(page, LooseText):
        return _linker(PageCitations.of_text(page.text, page.language))
    if not isinstance(page, BasePage) or not has_cited_texts(type(page)):
        return None
    known = KnownRow.of(page)
    if known is not None and known.document.get("citations") == []:
        return None
    return _linker(PageCitations.of(page))


def _linker(citations: PageCitations) -> Linker | None:
    return citations.link if any(cited.shown is not None for cited in citations.by_key.values()) else None
