"""One delivered item: its ready document, by one statement."""

from django.db import connection
from django.utils.translation import gettext_noop as _

from cms.api.audience import audiences_of
from cms.api.conditional import answer
from cms.api.endpoints.view import ApiView
from cms.api.fields.cutting import Cutter
from cms.api.fields.restating import Restating
from cms.api.fields.rich_text import CHOICES
from cms.api.fields.selection import parse_fields
from cms.api.lists.page import moment_of
from cms.api.lists.plan import ITEMS, bytes_of
from cms.api.problems import not_found

# Larger keys no table has; PostgreSQL would refuse to compare them.
MAX_KEY = 2**63 - 1


class DetailView(ApiView):
    """`endpoint` is set by the endpoint that makes the view."""

    endpoint = None

    @property
    def parameters(self) -> frozenset[str]:
        return frozenset({"fields", "rich_text", *self.endpoint.restated_by})

    def read(self, request, pk: int):
        types = {delivered_type.name: delivered_type for delivered_type in self.endpoint.types}
        fields, audiences = self.query.text("fields"), audiences_of(request)
        is_text = self.query.choice("rich_text", CHOICES, _("rich_text must be 'html' or 'text'")) == "text"
        config = parse_fields(fields)
        restating = Restating(self.query, self.endpoint.restated_by, self.endpoint.filters)
        row = _read(list(types), pk, audiences)
        if row is None:
            raise not_found()
        name, locale, digest, text, changed_at = row
        body = text.encode() if isinstance(text, str) else text
        if config or is_text or restating:
            selections = {name: self.endpoint.detail_selection(config, types[name])} if config else None
            cutter = Cutter(("detail", fields), selections, is_text=is_text, restating=restating)
            body = cutter.cut(digest, body, name).text
        return answer(
            request,
            body,
            audiences=audiences,
            last_modified=moment_of(changed_at),
            content_language=locale,
        )


def _read(types: list[str], pk: int, audiences) -> tuple | None:
    if pk > MAX_KEY:
        return None
    named, belonging = (", ".join(["%s"] * len(names)) for names in (types, audiences))
    statement = (
        f"SELECT type, locale, digest, {bytes_of('document')}, changed_at FROM {ITEMS} "
        f"WHERE object_id = %s AND type IN ({named}) AND is_live AND audience IN ({belonging})"
    )
    with connection.cursor() as cursor:
        cursor.execute(statement, [pk, *types, *audiences])
        return cursor.fetchone()
