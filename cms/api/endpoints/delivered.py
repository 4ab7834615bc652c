"""An endpoint of delivered items: the types behind it, and what its lists understand."""

from collections.abc import Mapping

from django.db.models import Field, Model, QuerySet
from django.urls import path
from django.utils.functional import cached_property
from rest_framework.serializers import Serializer
from wagtail.models import Page

from cms.api.endpoints.detail import DetailView
from cms.api.endpoints.find import FindView
from cms.api.endpoints.list import ListView
from cms.api.fields.columns import columns_of, exact_filters
from cms.api.fields.restating import Restate
from cms.api.fields.selection import Config, Selection, parse_fields
from cms.api.fields.shape import shape_of
from cms.api.filters.moments import range_filters
from cms.api.filters.search import SEARCH_PARAMETERS, is_searchable
from cms.api.filters.tree import TREE_PARAMETERS
from cms.core.memory import Memory
from cms.delivery.deprecation import Deprecation
from cms.delivery.filters import Filter
from cms.delivery.registry import DETAIL_META, DeliveredType, all_types

LIST_PARAMETERS = frozenset({"limit", "offset", "cursor", "fields", "rich_text", "order"})
# As in Wagtail v2, a page's parent is told on the page's own address only.
hidden_in_lists = frozenset({"parent"})

# By endpoint and text of `fields=`: what it selects depends on nothing else.
_selections = Memory(500)


class DeliveredEndpoint:
    """One delivered type under one address.

    `queryset()`, `types` and `serializer` say what a list is of; see PagesEndpoint for one of several types.
    """

    list_view, detail_view, find_view = ListView, DetailView, FindView

    def __init__(self, name: str, types: list[DeliveredType] | None = None):
        self.name = name
        self._types = types

    @cached_property
    def types(self) -> list[DeliveredType]:
        if self._types is not None:
            return self._types
        return [delivered_type for delivered_type in all_types() if delivered_type.endpoint == self.name]

    @property
    def delivered_type(self) -> DeliveredType:
        (delivered_type,) = self.types
        return delivered_type

    @property
    def model(self) -> type[Model]:
        return self.delivered_type.model

    @property
    def serializer(self) -> type[Serializer]:
        return self.delivered_type.serializer

    @property
    def is_of_pages(self) -> bool:
        return issubclass(self.model, Page)

    @property
    def has_languages(self) -> bool:
        return hasattr(self.model, "translation_key")

    @cached_property
    def columns(self) -> Mapping[str, Field]:
        return columns_of(self.serializer, self.model)

    @cached_property
    def order_columns(self) -> Mapping[str, Field]:
        """The columns a list can be ordered by: a language too, as in Wagtail's API."""
        return {**self.columns, "locale": self.model._meta.get_field("locale")} if self.has_languages else self.columns

    @cached_property
    def key(self) -> tuple:
        """What names this endpoint among all, and those narrowed by `type=`."""
        return type(self).__name__, self.name, *(made.name for made in self.types)

    @property
    def deprecation(self) -> Deprecation | None:
        return self.types[0].deprecation if len(self.types) == 1 else None

    @property
    def deprecated_fields(self) -> Mapping[str, Deprecation]:
        return {name: made for delivered in self.types for name, made in delivered.deprecated_fields.items()}

    @property
    def has_deprecations(self) -> bool:
        return any(made.deprecation or made.deprecated_fields for made in self.types)

    @property
    def own_filters(self) -> Mapping[str, Filter]:
        return self.delivered_type.filters

    @cached_property
    def filters(self) -> Mapping[str, Filter]:
        """The typed filters: columns matched exactly or as ranges, and what the type declares."""
        ranges = {name: made.filter for name, made in range_filters(self.columns).items()}
        return {**self._exact_filters, **ranges, **self.own_filters}

    @property
    def _exact_filters(self) -> Mapping[str, Filter]:
        # A field called like a parameter of every list (a link's "order", any item's "locale") is no filter.
        taken = LIST_PARAMETERS | {"locale"}
        exact = exact_filters(self.serializer, self.model)
        return {name: made for name, made in exact.items() if name not in taken}

    @cached_property
    def compared_columns(self) -> Mapping[str, Field]:
        """The columns that filters compare with their value as it stands: one SQL serves all values."""
        exact = {name: self.columns[name] for name in self._exact_filters}
        ranges = {name: made.column for name, made in range_filters(self.columns).items()}
        columns = {name: column for name, column in {**exact, **ranges}.items() if name not in self.own_filters}
        return {name: column.target_field if column.is_relation else column for name, column in columns.items()}

    @property
    def restated_by(self) -> Mapping[str, Restate]:
        """The parameters by which a document is told otherwise than it is stored; of several types, none."""
        return self.delivered_type.restated_by if len(self.types) == 1 else {}

    @cached_property
    def list_parameters(self) -> frozenset[str]:
        names = LIST_PARAMETERS | self.filters.keys()
        if is_searchable(self.model):
            names |= set(SEARCH_PARAMETERS)
        if self.has_languages:
            names |= {"locale", "fallback", "translation_of"}
        if self.is_of_pages:
            names |= {*TREE_PARAMETERS, "site"}
        return frozenset(names)

    @property
    def default_ordering(self) -> tuple[str, ...]:
        return self.delivered_type.ordering or (("path",) if self.is_of_pages else ("pk",))

    def for_query(self, parameters) -> "DeliveredEndpoint":
        """Return what a query is about: this endpoint, or one narrowed by `type=`."""
        return self

    def queryset(self) -> QuerySet:
        return self.model._default_manager.all()

    def list_selections(self, fields: str) -> dict[str, Selection]:
        """Return, by type, what of a document a list with `?fields=` gives. Raises ProblemError."""
        known = _selections.get((self.key, fields))
        if known is None:
            known = self._list_selections(parse_fields(fields))
            _selections.put((self.key, fields), known)
        return known

    def _list_selections(self, config: Config) -> dict[str, Selection]:
        return {made.name: _list_selection(made, config) for made in self.types}

    def detail_selection(self, config: Config, delivered_type: DeliveredType) -> Selection:
        """Return what of a document the detail with `?fields=` gives. Raises ProblemError."""
        shape = shape_of(delivered_type.serializer)
        return Selection(config, shape, default={*shape, *(shape.get("meta") or ())})

    def urlpatterns(self) -> list:
        return [
            path("", self.list_view.as_view(endpoint=self), name=f"{self.name}-list"),
            path("<int:pk>/", self.detail_view.as_view(endpoint=self), name=f"{self.name}-detail"),
            path("find/", self.find_view.as_view(endpoint=self), name=f"{self.name}-find"),
        ]


def _list_selection(made: DeliveredType, config: Config) -> Selection:
    shape = shape_of(made.serializer)
    default = {"id", *made.listing_fields, *((shape.get("meta") or {}).keys() - DETAIL_META)}
    return Selection(config, shape, default, hidden=hidden_in_lists if made.is_page else ())
