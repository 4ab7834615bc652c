"""`translation_of=` of what is not a page: the other languages of an item, by its id; or all of them, by their uuid."""

from dataclasses import dataclass
from uuid import UUID

from django.db.models import QuerySet
from django.utils.translation import gettext_noop as _

from cms.api.audience import Audiences
from cms.api.problems import invalid
from cms.api.query import Query
from cms.delivery.filters import IntegerFilter, parse_uuid
from cms.delivery.models import DeliveredItem


@dataclass(frozen=True)
class Identity:
    """What `translation_of=` named: the uuid, and the item itself (its key) where it was named by that."""

    uuid: UUID
    without: int | None = None

    def narrow(self, items: QuerySet) -> QuerySet:
        items = items.filter(translation_key=self.uuid)
        return items if self.without is None else items.exclude(pk=self.without)


def named_identity(types, audiences: Audiences, query: Query) -> Identity | None:
    """Return what `translation_of=` names, None if it is not given. Raises ProblemError."""
    if "translation_of" not in query:
        return None
    text = query.text("translation_of")
    try:
        return Identity(parse_uuid(text))
    except ValueError:
        pass
    try:
        pk = IntegerFilter("", None).parse(text)
    except ValueError:
        raise invalid("translation_of", _("translation_of must be a positive integer or a uuid")) from None
    names = [delivered_type.name for delivered_type in types]
    rows = DeliveredItem.objects.for_audiences(audiences).filter(type__in=names, object_id=pk)
    key = rows.values_list("uuid", flat=True).first()
    if key is None:
        raise invalid("translation_of", _("the item named by translation_of doesn't exist"))
    return Identity(key, pk)
