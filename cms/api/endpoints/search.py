"""`search/?q=`: the website's own search, over every type at once; each item with why it was found.

`{"meta": {"total_count", "facets"}, "items": [{"title", "text", "item"}]}`: `item` is what the type's own list gives,
`title` and `text` are plain text with the places of what was found, counted in code points.
"""

from datetime import datetime

from django.conf import settings
from django.http import HttpResponse
from django.utils.translation import gettext_noop as _

from cms.api.audience import audiences_of
from cms.api.conditional import answer
from cms.api.endpoints.view import ApiView
from cms.api.language import LANGUAGES
from cms.api.problems import invalid
from cms.api.query import MAX_OFFSET
from cms.core.text.nfc import clean_text
from cms.delivery.documents import to_json
from cms.delivery.filters import parse_uuid
from cms.delivery.models import DeliveredItem
from cms.delivery.registry import all_types
from cms.search.engine import Narrowing, Search
from cms.search.highlighting import Highlighter, Piece
from cms.search.models import SearchEntry
from cms.search.query import MAX_LENGTH

DEFAULT_LIMIT = 20
FIRST_YEAR, LAST_YEAR = 1000, 9999


class SearchView(ApiView):
    """One page of what a query finds in one language."""

    parameters = frozenset({"q", "locale", "type", "topic", "year", "limit", "offset"})

    def read(self, request) -> HttpResponse:
        query, audiences = self.query, audiences_of(request)
        locale = query.choice("locale", LANGUAGES, _("locale '%(value)s' doesn't exist")) or settings.LANGUAGE_CODE
        narrowing = Narrowing(self.type(), self.topic(), self.year(), tuple(audiences))
        search = Search(self.words(), locale, narrowing)
        limit = query.integer("limit", DEFAULT_LIMIT, settings.WAGTAILAPI_LIMIT_MAX)
        offset = query.integer("offset", 0, MAX_OFFSET)
        entries = search.page(offset, limit) if limit else []
        delivered = rows_of(entries, audiences)
        highlighter = Highlighter(search.query)
        items = [
            found(entry, highlighter, delivered[entry.type, entry.object_id][0])
            for entry in entries
            if (entry.type, entry.object_id) in delivered
        ]
        meta = to_json({"total_count": search.total, "facets": facets_of(search)})
        body = f'{{"meta":{meta},"items":[{",".join(items)}]}}'.encode()
        return answer(request, body, audiences=audiences, content_language=locale)

    def words(self) -> str:
        text = self.query.text("q")
        if not " ".join(clean_text(text).split()):
            raise invalid("q", _("q must say what to search for"))
        if len(text) > MAX_LENGTH:
            raise invalid("q", _("search cannot be longer than %(maximum)d characters"), maximum=MAX_LENGTH)
        return text

    def type(self) -> str:
        known = {delivered_type.name for delivered_type in all_types() if delivered_type.is_page}
        return self.query.choice("type", known, _("type doesn't exist"))

    def topic(self) -> str:
        """Return a topic's key: a uuid, or the name of a type of legal document."""
        text = self.query.text("topic") if "topic" in self.query else ""
        if text and not text.replace("_", "").isalpha():
            try:
                return str(parse_uuid(text))
            except ValueError:
                raise invalid("topic", _("topic must be a key that meta.facets names")) from None
        return text[:MAX_LENGTH]

    def year(self) -> int | None:
        if "year" not in self.query:
            return None
        year = self.query.integer("year", 0, LAST_YEAR)
        if year < FIRST_YEAR:
            raise invalid("year", _("year must have four digits"))
        return year


def rows_of(entries: list[SearchEntry], audiences) -> dict[tuple[str, int], tuple[str, datetime]]:
    """Return the ready listings of entries by type and primary key, of what this reader may have; one query."""
    rows = DeliveredItem.objects.for_audiences(audiences).filter(
        type__in={entry.type for entry in entries}, object_id__in=[entry.object_id for entry in entries]
    )
    return {
        (label, pk): (listing, changed_at)
        for label, pk, listing, changed_at in rows.values_list("type", "object_id", "listing", "changed_at")
    }


def found(entry: SearchEntry, highlighter: Highlighter, listing: str) -> str:
    """Return a result as JSON, its item as it stands in the store."""
    told = {
        "title": with_places(highlighter.whole(entry.title)),
        "text": with_places(highlighter.snippet(entry.body)),
    }
    return f'{to_json(told)[:-1]},"item":{listing}}}'


def with_places(pieces: list[Piece]) -> dict:
    """Return {"text", "marks": [[from, to], …]}: `to` is the place after the last character."""
    marks, at = [], 0
    for piece in pieces:
        if piece.is_marked:
            marks.append([at, at + len(piece.text)])
        at += len(piece.text)
    return {"text": "".join(piece.text for piece in pieces), "marks": marks}


def facets_of(search: Search) -> dict[str, list[dict]]:
    """Return by parameter what the results can be narrowed to, and by language what others match."""
    facets = {
        name: [{"value": value.value, "label": str(value.label), "count": value.count} for value in values]
        for name, values in search.facets().items()
    }
    return facets | {
        "locale": [
            {"value": language, "label": language, "count": count} for language, count in search.elsewhere().items()
        ]
    }
