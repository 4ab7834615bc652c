"""Every list and chooser of the admin sorts texts as Vietnamese sorts.

Wagtail 8.0 leaves it to the database, where "Đ" comes after "z" and both databases differ. Can go when its lists let
a model name the field it is sorted by.
"""

from collections.abc import Callable
from functools import wraps

from django.core.exceptions import FieldDoesNotExist
from django.db.models import CharField, Expression, F, Model, QuerySet, TextField
from wagtail.admin.views.generic.base import BaseListingView
from wagtail.admin.views.generic.chooser import BaseChooseView
from wagtail.search.index import class_is_indexed
from wagtail.users.views import users

from cms.core.listing.database_text import VietnameseOrder

# Of higher rooms: how titles of a model are sorted that has no sort key beside them.
keys: dict[type[Model], Callable[[], Expression]] = {}
# Sorted by a machine's order, which for them is the right one.
_PLAIN = {"slug", "path", "url_path", "language_code", "uuid", "number"}


def put_in_place() -> None:
    """Have lists and choosers sort so. Doing it twice changes nothing."""
    if getattr(BaseListingView.order_queryset, "is_vietnamese", False):
        return
    BaseListingView.order_queryset = _sorting_list(BaseListingView.order_queryset)
    # Sorts by two names without asking the others.
    users.IndexView.order_queryset = _sorting_list(users.IndexView.order_queryset)
    BaseChooseView.apply_object_list_ordering = _sorting(BaseChooseView.apply_object_list_ordering)


def as_vietnamese_sorts(queryset: QuerySet) -> QuerySet:
    """Return the queryset in the same order, with its texts in the order of a Vietnamese dictionary."""
    query = queryset.query
    names = query.order_by or (query.get_meta().ordering if query.default_ordering else ())
    changed = [_by_key(queryset.model, name) if isinstance(name, str) else name for name in names]
    return queryset.order_by(*changed) if changed != list(names) else queryset


def _by_key(model: type[Model], name: str):
    plain = name.removeprefix("-")
    expression = _expression(model, plain)
    if expression is None:
        return name
    return expression.desc() if name.startswith("-") else expression.asc()


def _expression(model: type[Model], name: str):
    for known, give in keys.items():
        if name == "title" and model is known:
            return give()
    field = _field(model, name)
    if not isinstance(field, CharField | TextField) or field.choices or field.name in _PLAIN:
        return None
    owner = field.model
    names = {one.name for one in owner._meta.concrete_fields}
    for key, label in (("sort_title", "title"), ("sort_key", getattr(owner, "label_field", ""))):
        if field.name in (key, label) and key in names:
            return F(f"{name.rpartition('__')[0]}__{key}" if "__" in name else key)
    return VietnameseOrder(F(name))


def _field(model: type[Model], name: str):
    """Return the field a name as in `order_by` leads to, None for what is no field (a count, an annotation)."""
    field = None
    for part in name.split("__"):
        try:
            field = model._meta.get_field(part)
        except FieldDoesNotExist:
            return None
        model = field.related_model or model
    return field


def _sorting(original):
    @wraps(original)
    def apply_object_list_ordering(self, objects):
        # A search of what has been sorted by an expression is refused: its results come by relevance.
        if class_is_indexed(objects.model) and self.request.GET.get("q"):
            return original(self, objects)
        return as_vietnamese_sorts(original(self, objects))

    return apply_object_list_ordering


def _sorting_list(original):
    @wraps(original)
    def order_queryset(self, queryset):
        ordered = original(self, queryset)
        if not isinstance(ordered, QuerySet) or (self.is_searching and class_is_indexed(ordered.model)):
            return ordered
        return as_vietnamese_sorts(ordered)

    order_queryset.is_vietnamese = True
    return order_queryset
