"""From a moment on, up to and without one: of publication (`published_after` …) and of each date a type has.

A type's own dates are named as in its documents: `date_after` of articles, `issue_date_before` of law documents.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from django.db.models import DateField, DateTimeField, Field
from django.utils.translation import gettext_lazy as _

from cms.delivery.filters import DayFilter, Filter, MomentFilter

# The first part of a filter's name, by the document's field.
PUBLICATION = {"first_published_at": "published", "last_published_at": "updated"}
PUBLICATION_LABELS = {
    "published_after": _("first published at this moment or later"),
    "published_before": _("first published before this moment"),
    "updated_after": _("last published at this moment or later"),
    "updated_before": _("last published before this moment"),
}


@dataclass(frozen=True)
class RangeFilter:
    """One end of a range: the filter, and the column it compares with."""

    filter: Filter
    column: Field


def range_filters(columns: Mapping[str, Field]) -> dict[str, RangeFilter]:
    """Return `<name>_after` and `<name>_before` of every column that is a date or a moment."""
    ranges = {}
    for name, column in columns.items():
        if not isinstance(column, DateField):
            continue
        made = MomentFilter if isinstance(column, DateTimeField) else DayFilter
        labels = {"after": _("this date or later"), "before": _("before this date")}
        for end, lookup in (("after", "gte"), ("before", "lt")):
            called = f"{PUBLICATION.get(name, name)}_{end}"
            label = PUBLICATION_LABELS.get(called, labels[end])
            ranges[called] = RangeFilter(made(label, _compare(f"{column.attname}__{lookup}")), column)
    return ranges


def _compare(condition: str):
    return lambda queryset, value: queryset.filter(**{condition: value})
