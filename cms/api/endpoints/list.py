"""A list of delivered items in Wagtail v2's envelope: `{"meta": {"total_count"}, "items": […]}`.

A page that another follows says so in a `Link` header (RFC 8288) whose address is stable while items come and go; a
list paged by `cursor` also in `meta.next`.
"""

from urllib.parse import urlencode

from django.conf import settings
from django.utils.functional import cached_property
from django.utils.translation import gettext_noop as _

from cms.api.audience import audiences_of
from cms.api.conditional import answer, answer_once
from cms.api.endpoints.view import ApiView
from cms.api.fields.cutting import Cut, Cutter
from cms.api.fields.restating import Restating
from cms.api.fields.rich_text import CHOICES
from cms.api.filters.ordering import RANDOM
from cms.api.lists import cursor
from cms.api.lists.page import Page, Reader
from cms.api.lists.question import Question
from cms.api.problems import invalid
from cms.api.query import MAX_OFFSET
from cms.delivery.documents import to_json

DEFAULT_LIMIT = 20
IN_META = b'"meta":{'
STANDS_IN = b'"is_fallback":true'


class ListView(ApiView):
    """`endpoint` is set by the endpoint that makes the view."""

    endpoint = None

    @property
    def parameters(self) -> frozenset[str]:
        return self.subject.list_parameters

    def get(self, request, *args, **kwargs):
        self.subject = self.endpoint.for_query(request.GET)
        return super().get(request, *args, **kwargs)

    def read(self, request):
        query, audiences = self.query, audiences_of(request)
        limit = query.integer("limit", DEFAULT_LIMIT, settings.WAGTAILAPI_LIMIT_MAX)
        cutter = self.cutter
        self.question = Question(self.subject, query, audiences)
        reader = self.question.reader("" if cutter else "listing")
        page = self.page(reader, limit, cutter.known if cutter else None)
        following = self.next_of(reader, page)
        items, named = self.items_of(page), following if "cursor" in query else ""
        body = envelope(page.total, [item.text for item in items], named)
        if self.question.ordering == RANDOM:
            return answer_once(body)
        response = answer(
            request,
            body,
            # The items' digests are known: the whole of a long page need not be digested each time.
            told_by=envelope(page.total, [item.digest for item in items], named),
            audiences=audiences,
            last_modified=page.last_modified,
            content_language=self.question.content_language,
        )
        if following:
            response["Link"] = f'<{following}>; rel="next"'
        return response

    @cached_property
    def cutter(self) -> Cutter | None:
        """What cuts the documents; None where the store's own listing is the answer."""
        fields = self.query.text("fields")
        is_text = self.query.choice("rich_text", CHOICES, _("rich_text must be 'html' or 'text'")) == "text"
        restating = Restating(self.query, self.subject.restated_by, self.subject.filters)
        if not fields and not is_text and not restating:
            return None
        selections = self.subject.list_selections(fields)
        return Cutter((self.subject.key, fields), selections, is_text=is_text, restating=restating)

    def page(self, reader: Reader, limit: int, recall) -> Page:
        query, keys = self.query, reader.plan.keys
        if "cursor" not in query:
            return reader.by_offset(limit, query.integer("offset", 0, MAX_OFFSET), recall)
        if "offset" in query:
            raise invalid("cursor", _("cursor with offset is not supported"))
        if not keys or not all(key.is_short for key in keys):
            raise invalid("cursor", _("cursor is not supported in this order"))
        token = query.text("cursor")
        return reader.by_cursor(limit, cursor.decode(keys, token) if token else None, recall)

    def items_of(self, page: Page) -> list[Cut]:
        cutter, items = self.cutter, []
        for row in page.rows:
            if cutter is None:
                # The digest of a row is that of its listing, too.
                item = Cut(row.text.encode() if isinstance(row.text, str) else row.text, row.digest.encode())
            else:
                item = page.known.get(row.digest)
                if item is None:
                    document = page.documents.get(row.digest)
                    if not document:  # withdrawn between two statements
                        continue
                    item = cutter.cut(row.digest, document, row.type)
            items.append(_marked(item) if self.question.stands_in(row.locale) else item)
        return items

    def next_of(self, reader: Reader, page: Page) -> str:
        """Return the address of what follows, "" where nothing does or no token can say where it begins."""
        keys = reader.plan.keys
        if page.last is None or not all(key.is_short for key in keys):
            return ""
        kept = {name: self.query.text(name) for name in self.query if name not in ("cursor", "offset")}
        kept["cursor"] = cursor.encode(keys, page.last)
        return f"{page.root}{self.request.path}?{urlencode(kept)}"


def envelope(total: int, items: list[bytes], next_address: str = "") -> bytes:
    """Return the JSON of a list from the JSON of its items."""
    following = f',"next":{to_json(next_address)}' if next_address else ""
    return b"".join((f'{{"meta":{{"total_count":{total}{following}}},"items":['.encode(), b",".join(items), b"]}"))


def _marked(item: Cut) -> Cut:
    """Return an item with the mark of one that stands in for what is not there in the language asked for."""
    before, found, after = item.text.partition(IN_META)
    if found and before.count(b"{") == 1:
        text = b"".join((before, IN_META, STANDS_IN, b"" if after.startswith(b"}") else b",", after))
    else:
        rest = item.text[1:]
        text = b"".join((b"{", IN_META, STANDS_IN, b"}", b"" if rest == b"}" else b",", rest))
    return Cut(text, item.digest + STANDS_IN)
