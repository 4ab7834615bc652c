"""Searches in lists and choosers of the admin find without accents, and put what has them exactly so first.

Indexed models: what is typed is folded, as the index's copy is (cms.core.search_fields), and what is found is put in
two tiers. Others: their columns are folded by the database. Wagtail 8.0 does neither. Can go when it does both.
"""

import re
import unicodedata
from functools import cache, wraps

from django.db.models import Case, IntegerField, Model, Q, Value, When
from modelsearch.backends.base import BaseSearchBackend, OrderByFieldError
from modelsearch.query import PlainText
from wagtail.admin.views.generic.base import BaseListingView
from wagtail.search.index import class_is_indexed

from cms.core.listing.database_text import Folded
from cms.core.search_fields import FoldedAutocompleteField
from cms.core.text.folding import fold

# So many, the newest, are put in order; who pages on behind them gets what the backend itself would give.
RANKED = 20_000


def put_in_place() -> None:
    """Have Wagtail's searches do so. Doing it twice changes nothing."""
    if getattr(BaseSearchBackend.autocomplete, "ranks_accents", False):
        return
    BaseSearchBackend.autocomplete = _exact_first(BaseSearchBackend.autocomplete)
    BaseListingView.search_queryset = _folding(BaseListingView.search_queryset)


def _exact_first(original):
    @wraps(original)
    def autocomplete(self, query, model_or_queryset, *args, order_by_relevance=True, **kwargs):
        model = model_or_queryset if isinstance(model_or_queryset, type) else model_or_queryset.model
        typed = query.query_string if isinstance(query, PlainText) else query
        if not isinstance(typed, str) or not _is_folded(model):
            return original(self, query, model_or_queryset, *args, order_by_relevance=order_by_relevance, **kwargs)
        folded = fold(typed)
        if isinstance(query, PlainText):
            folded = PlainText(folded, operator=query.operator, boost=query.boost)
        results = original(self, folded, model_or_queryset, *args, order_by_relevance=order_by_relevance, **kwargs)
        label = label_of(model)
        if order_by_relevance and label:
            results.__class__ = _ranked(type(results))
            results.label, results.typed = label, typed
        return results

    autocomplete.ranks_accents = True
    return autocomplete


def label_of(model: type[Model]) -> str | None:
    """Return the name of the column that stands for an instance in a list."""
    names = {field.name for field in model._meta.concrete_fields}
    return next((name for name in ("title", getattr(model, "label_field", "name")) if name in names), None)


def is_exact(typed: str, text: str) -> bool:
    """Whether each word that was typed begins a word of the text, with its accents, in capitals or not."""
    words = _words(text)
    return all(any(word.startswith(one) for word in words) for one in _words(typed))


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", unicodedata.normalize("NFC", text).casefold())


@cache
def _is_folded(model: type[Model]) -> bool:
    """Whether the index has a folded copy of it, or, for pages of any type, of its subclasses."""
    is_folded = any(isinstance(field, FoldedAutocompleteField) for field in model.get_autocomplete_search_fields())
    return is_folded or any(_is_folded(subclass) for subclass in model.__subclasses__())


class _ExactFirst:
    """Mixed into a database's search results: the first of them in two tiers, the newest first in each."""

    label = typed = ""

    def _clone(self):
        new = super()._clone()
        new.label, new.typed = self.label, self.typed
        return new

    def _do_search(self):
        if self.stop is None or self.stop > RANKED:
            return super()._do_search()
        whole = super()._clone()
        whole.start, whole.stop = 0, None
        # Without the backend's own order: SQLite would search the index again for every single row.
        found = list(whole.get_queryset().order_by("-pk").values_list("pk", self.label)[:RANKED])
        # Stable: in each tier the newest first.
        found.sort(key=lambda row: not is_exact(self.typed, row[1]))
        wanted = [pk for pk, _text in found[self.start : self.stop]]
        rows = {row.pk: row for row in self.query_compiler.queryset.filter(pk__in=wanted)}
        return [rows[pk] for pk in wanted if pk in rows]


_classes: dict[type, type] = {}


def _ranked(results_class: type) -> type:
    if results_class not in _classes:
        _classes[results_class] = type(f"Ranked{results_class.__name__}", (_ExactFirst, results_class), {})
    return _classes[results_class]


def _folding(original):
    @wraps(original)
    def search_queryset(self, queryset):
        is_indexed = class_is_indexed(queryset.model) and self.search_backend_name
        if not self.is_searching or is_indexed or not self.search_fields:
            try:
                return original(self, queryset)
            except OrderByFieldError:
                # The index keeps few of the columns by which a list can be ordered; the database has all.
                found = original(self, queryset.order_by()).get_queryset()
                return queryset.filter(pk__in=found.order_by().values("pk"))
        matching, exact = Q(), Q()
        for number, name in enumerate(self.search_fields):
            queryset = queryset.alias(**{f"folded_{number}": Folded(name)})
            matching |= Q(**{f"folded_{number}__contains": fold(self.search_query)})
            exact |= Q(**{f"{name}__icontains": self.search_query})
        # An identifier is found as it is written, with its hyphens, however the database keeps it.
        found = queryset.filter(matching | exact)
        if self.is_explicitly_ordered:
            return found
        tier = Case(When(exact, then=Value(0)), default=Value(1), output_field=IntegerField())
        return found.order_by(tier, *(found.query.order_by or found.query.get_meta().ordering or ["pk"]))

    return search_queryset
