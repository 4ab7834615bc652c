"""The fields of a document that are columns of its table: those a list can be ordered by and matched exactly on.

Wagtail v2 allows every API field with a column; here the static serializer says which column a field comes from.
"""

from functools import cache

from django.core.exceptions import FieldDoesNotExist
from django.db import models
from django.utils.translation import gettext_lazy as _
from rest_framework.serializers import Serializer
from wagtail.fields import RichTextField, StreamField

from cms.delivery.filters import BooleanFilter, DayFilter, Filter, IntegerFilter, MomentFilter, UuidFilter

# Bodies and files are no values one compares.
NOT_COMPARED = (StreamField, RichTextField, models.JSONField, models.FileField)


@cache
def columns_of(serializer_class: type[Serializer], model: type[models.Model]) -> dict[str, models.Field]:
    """Return {field name in the document: column of `model`}."""
    serializer = serializer_class()
    sources = {name: field.source for name, field in serializer.fields.items()}
    if "meta" in serializer.fields:
        sources.update((name, field.source) for name, field in serializer.fields["meta"].fields.items())
    columns = {name: _column(model, source) for name, source in sources.items()}
    if "alias_of" in columns:
        # Computed in the serializer (an alias is never delivered), a column in the table.
        columns["alias_of"] = model._meta.get_field("alias_of")
    return {name: column for name, column in columns.items() if column is not None}


def _column(model: type[models.Model], source: str) -> models.Field | None:
    try:
        column = model._meta.get_field(source)
    except FieldDoesNotExist:
        return None
    is_value = column.concrete and not column.is_relation and not isinstance(column, NOT_COMPARED)
    return column if is_value else None


def order_column(model: type[models.Model], name: str, column: models.Field) -> str:
    """Return the column that orders by `name`: titles and names sort as Vietnamese does where there is a key for it."""
    own = {field.name for field in model._meta.concrete_fields}
    if name == "title" and "sort_title" in own:
        return "sort_title"
    if name == getattr(model, "label_field", None) and "sort_key" in own:
        return "sort_key"
    # As Wagtail has it: languages by their code.
    return "locale__language_code" if name == "locale" else column.attname


FILTERS = (
    (models.BooleanField, BooleanFilter),
    (models.UUIDField, UuidFilter),
    (models.DateTimeField, MomentFilter),
    (models.DateField, DayFilter),
    (models.IntegerField, IntegerFilter),
    (models.ForeignKey, IntegerFilter),
    ((models.CharField, models.TextField), Filter),
)


def exact_filters(serializer_class: type[Serializer], model: type[models.Model]) -> dict[str, Filter]:
    """Return a filter for each column whose values one can write in a query."""
    filters = {}
    for name, column in columns_of(serializer_class, model).items():
        filter_class = next((made for kinds, made in FILTERS if isinstance(column, kinds)), None)
        if filter_class is not None:
            filters[name] = filter_class(_("exactly this value"), _equals(column))
    return filters


def _equals(column: models.Field):
    return lambda queryset, value: queryset.filter(**{column.attname: value})
