"""A list: a queryset (which items, in what order) joined to the delivery store (what they say), ready bytes out.

Two queries whatever fields are asked: the head (total, last change) and the page. A named page of the tree costs a
third. The join is a semi-join: what has no live row for the reader's audiences (aliases, drafts, private and withheld
items) cannot appear.
"""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Exists, F, IntegerField, OuterRef, QuerySet, Subquery
from django.db.models.expressions import OrderBy

from cms.api.audience import Audiences
from cms.delivery.models import DeliveredItem, DeliverySequence


class CountRows(Subquery):
    """The number of rows of a query, as a value in another one."""

    template = "(SELECT COUNT(*) FROM (%(subquery)s) counted)"
    output_field = IntegerField()
    empty_result_set_value = 0


@dataclass(frozen=True)
class Head:
    """What a list says before its items; `last_modified` is when the store last changed."""

    total: int
    last_modified: datetime | None


def rows_of(types, audiences: Audiences, **conditions) -> QuerySet:
    """Return the rows of an outer query's items that these audiences may have."""
    return DeliveredItem.objects.for_audiences(audiences).filter(
        type__in=[delivered_type.name for delivered_type in types], object_id=OuterRef("pk"), **conditions
    )


def delivered(queryset: QuerySet, types, audiences: Audiences, locale: str = "") -> QuerySet:
    """Keep the items that are delivered to these audiences, in one language or in any."""
    return queryset.filter(Exists(rows_of(types, audiences, **({"locale": locale} if locale else {}))))


def head_of(queryset: QuerySet) -> Head:
    """Return total and last change in one query."""
    newest = DeliveredItem.objects.order_by("-sequence").values("changed_at")[:1]
    row = (
        DeliverySequence.objects.filter(pk=DeliverySequence.PK)
        .annotate(total=CountRows(queryset.order_by().values("pk")), last_modified=Subquery(newest))
        .values("total", "last_modified")
        .first()
    )
    return Head(**row) if row else Head(0, None)


def _is_column(part: str | OrderBy) -> bool:
    return isinstance(part.expression, F) if isinstance(part, OrderBy) else isinstance(part, str) and part != "?"


def texts_of(
    queryset: QuerySet, types, audiences: Audiences, ordering: tuple, start: int, stop: int, column: str
) -> list[str]:
    """Return the JSON texts of one page of the queryset, in order; `column` is "listing" or "document"."""
    if start >= stop:
        return []
    text = Subquery(rows_of(types, audiences).values(column)[:1])
    if all(_is_column(part) for part in ordering):
        # The page is cut from keys alone; otherwise SQLite would read every text before it sorts.
        keys = queryset.order_by(*ordering).values("pk")[start:stop]
        page = queryset.model._default_manager.filter(pk__in=Subquery(keys)).order_by(*ordering)
    else:
        page = queryset.order_by(*ordering)[start:stop]
    return list(page.annotate(ready_text=text).values_list("ready_text", flat=True))
