"""The change feed: what was published, changed and withdrawn, in order. See cms.delivery.changes for its rules."""

import uuid
from datetime import datetime
from urllib.parse import urlencode

from django.http import HttpResponse
from django.utils import timezone
from django.utils.http import http_date
from django.utils.translation import gettext_noop as _

from cms.api.audience import PUBLIC_ONLY, audiences_of, scope_since
from cms.api.conditional import answer
from cms.api.endpoints.view import ApiView
from cms.api.feed_token import FeedToken
from cms.api.language import LANGUAGES
from cms.api.problems import invalid
from cms.caching.validators import ETAG_ALONE
from cms.core.addresses import absolute_url
from cms.delivery.changes import Change, FeedScope, changes_after
from cms.delivery.documents import to_json
from cms.delivery.filters import parse_uuid
from cms.delivery.registry import all_types

ADDRESS = "/api/v2/changes/"
DEFAULT_LIMIT, MAX_LIMIT = 100, 1000
# What `meta.next` repeats of a request, in this order.
KEPT = ("type", "locale", "stream", "include", "limit", "lang")


class ChangesView(ApiView):
    """One page: `{"meta": {"next", "token", "has_more"}, "items": […]}`, each item on a line of its own."""

    parameters = frozenset({"token", "snapshot", *KEPT})

    def read(self, request) -> HttpResponse:
        query, audiences = self.query, audiences_of(request)
        has_documents = bool(query.choice("include", ("document",), _("include must be 'document'")))
        locale = query.choice("locale", LANGUAGES, _("locale '%(value)s' doesn't exist"))
        scope = FeedScope(audiences, self.types(), locale, self.stream())
        limit = self.limit()
        token = FeedToken.read(query)
        changes = changes_after(token.number, scope, limit, snapshot=token.snapshot, has_documents=has_documents)
        token.check(changes, restart=self.address({}), scope_since=scope_since(request))
        after = token.after(changes)
        meta = {"next": self.address(after.parameters()), "token": str(after), "has_more": changes.has_more}
        body = page(meta, [item(change) for change in changes.items])
        return dated(answer(request, body), changes.changed_at, is_shared=audiences == PUBLIC_ONLY)

    def types(self) -> tuple[str, ...]:
        if "type" not in self.query:
            return ()
        named = tuple(sorted(set(self.query.text("type").split(","))))
        if not set(named) <= {delivered_type.name for delivered_type in all_types()}:
            raise invalid("type", _("type doesn't exist"))
        return named

    def stream(self) -> uuid.UUID | None:
        try:
            return parse_uuid(self.query.text("stream")) if "stream" in self.query else None
        except ValueError:
            raise invalid("stream", _("stream must be a uuid")) from None

    def limit(self) -> int:
        limit = self.query.integer("limit", DEFAULT_LIMIT, MAX_LIMIT)
        if limit == 0:
            raise invalid("limit", _("limit must be at least 1"))
        return limit

    def address(self, parameters: dict[str, str]) -> str:
        """Return this feed's absolute address with what narrows it, and these parameters."""
        kept = {name: self.query.text(name) for name in KEPT if name in self.query}
        asked = urlencode({**parameters, **kept}, safe=",")
        return absolute_url(f"{ADDRESS}?{asked}" if asked else ADDRESS)


def item(change: Change) -> str:
    """Return a change as JSON, its document as it stands in the store."""
    told = {
        "op": "delete" if change.is_deletion else "upsert",
        "type": change.type,
        "uuid": str(change.uuid),
        "locale": change.locale or None,
        "id": change.object_id,
        "sequence": change.sequence,
        "changed_at": timezone.localtime(change.changed_at).isoformat(),
        **({"reason": change.reason} if change.is_deletion else {}),
    }
    text = to_json(told)
    return f'{text[:-1]},"document":{change.document}}}' if change.document else text


def page(meta: dict, items: list[str]) -> bytes:
    """Return the JSON of a page. A reader without a parser for parts can cut it by its lines."""
    lines = ",\n".join(items)
    return f'{{"meta":{to_json(meta)},"items":[\n{lines}\n]}}\n'.encode()


def dated(response: HttpResponse, changed_at: datetime | None, *, is_shared: bool) -> HttpResponse:
    """Say when the feed last changed, and who may keep the answer.

    If-Modified-Since is not answered by 304: two changes within one second have the same date, and here nothing may
    be missed.
    """
    if changed_at is not None:
        response["Last-Modified"] = http_date(int(changed_at.timestamp()))
    response[ETAG_ALONE] = "1"
    if not is_shared:
        response["Cache-Control"] = "private, no-cache"
    return response
