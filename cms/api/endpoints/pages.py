"""The endpoint of all pages, as Wagtail v2 has it: every delivered page type under one address, narrowed by `type=`."""

from django.db.models import Model, QuerySet
from django.utils.functional import cached_property
from django.utils.translation import gettext_noop as _
from rest_framework.serializers import Serializer
from wagtail.api.v2.utils import page_models_from_string
from wagtail.models import Page

from cms.api.endpoints.delivered import DeliveredEndpoint, hidden_in_lists
from cms.api.endpoints.find_page import FindPageView
from cms.api.fields.restating import Restate
from cms.api.fields.selection import Config, Selection
from cms.api.fields.shape import shape_of
from cms.api.problems import invalid
from cms.core.memory import Memory
from cms.delivery.filters import Filter
from cms.delivery.registry import DeliveredType, all_types
from cms.delivery.serializers import PageSerializer

# By the text of `type=`: making an endpoint costs more than answering.
_narrowed = Memory(200)


class PagesEndpoint(DeliveredEndpoint):
    """Pages of several types: fields, filters and orders are those all of them have.

    With one type named, everything is as at that type's own endpoint, but in the tree's order.
    """

    find_view = FindPageView
    model: type[Model] = Page
    serializer: type[Serializer] = PageSerializer
    own_filters: dict[str, Filter] = {}
    restated_by: dict[str, Restate] = {}
    default_ordering = ("path",)

    @cached_property
    def types(self) -> list[DeliveredType]:
        return self._types if self._types is not None else [made for made in all_types() if made.is_page]

    @cached_property
    def list_parameters(self) -> frozenset[str]:
        return super().list_parameters | {"type"}

    def for_query(self, parameters) -> DeliveredEndpoint:
        text = parameters.get("type", "")
        if not text:
            return self
        if (found := _narrowed.get((self.key, text))) is None:
            found = self._narrowed_to(text)
            _narrowed.put((self.key, text), found)
        return found

    def _narrowed_to(self, text: str) -> DeliveredEndpoint:
        try:
            models = page_models_from_string(text)
        except (LookupError, ValueError):
            raise invalid("type", _("type doesn't exist")) from None
        named = [made for made in self.types if issubclass(made.model, models)]
        if len(models) == 1 and len(named) == 1 and named[0].model is models[0]:
            return OneTypeOfPages(self.name, named)
        return PagesEndpoint(self.name, named)

    def queryset(self) -> QuerySet:
        return Page.objects.all()

    def _list_selections(self, config: Config) -> dict[str, Selection]:
        # A field must be one that every page has; each item then adds to its own type's default fields.
        Selection(config, shape_of(self.serializer), default=(), hidden=hidden_in_lists)
        return super()._list_selections(config)


class OneTypeOfPages(DeliveredEndpoint):
    """`pages/?type=…` with one type."""

    default_ordering = ("path",)

    @property
    def list_parameters(self) -> frozenset[str]:
        return super().list_parameters | {"type"}
