"""One delivered item: its ready document."""

import json

from cms.api.audience import audiences_of
from cms.api.conditional import answer
from cms.api.endpoints.view import ApiView
from cms.api.fields.selection import parse_fields
from cms.api.problems import not_found
from cms.delivery.models import DeliveredItem
from cms.delivery.store import to_json


class DetailView(ApiView):
    """`endpoint` is set by the endpoint that makes the view."""

    endpoint = None
    parameters = frozenset({"fields"})

    def read(self, request, pk: int):
        types = {delivered_type.name: delivered_type for delivered_type in self.endpoint.types}
        config = parse_fields(self.query.text("fields"))
        row = (
            DeliveredItem.objects.for_audiences(audiences_of(request))
            .filter(type__in=list(types), object_id=pk)
            .values("type", "locale", "document", "changed_at")
            .first()
        )
        if row is None:
            raise not_found()
        text = row["document"]
        if config:
            selection = self.endpoint.detail_selection(config, types[row["type"]])
            text = to_json(selection.apply(json.loads(text)))
        return answer(request, text.encode(), last_modified=row["changed_at"], content_language=row["locale"])
