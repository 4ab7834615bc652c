"""`find/`: from what is known of an item to its own address, by a redirect, as Wagtail v2 does."""

from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext_noop as _

from cms.api.audience import audiences_of
from cms.api.conditional import CACHE_CONTROL
from cms.api.endpoints.view import ApiView
from cms.api.problems import invalid, not_found
from cms.delivery.filters import IntegerFilter
from cms.delivery.models import DeliveredItem


class FindView(ApiView):
    """`find/?id=`: 302 to the detail, other parameters kept. `endpoint` is set by the endpoint that makes the view."""

    endpoint = None
    find_parameters = frozenset({"id"})

    @property
    def parameters(self) -> frozenset[str]:
        return self.find_parameters | {"fields"}

    def read(self, request):
        pk = self.find()
        if pk is None:
            raise not_found()
        kept = request.GET.copy()
        for name in self.find_parameters:
            kept.pop(name, None)
        address = reverse(f"api:{self.endpoint.name}-detail", args=[pk])
        response = HttpResponseRedirect(f"{address}?{kept.urlencode()}" if kept else address)
        response["Cache-Control"] = CACHE_CONTROL
        return response

    def find(self) -> int | None:
        """Return the id of the item meant, None if there is none."""
        if "id" not in self.query:
            return None
        try:
            pk = IntegerFilter("", None).parse(self.query.text("id"))
        except ValueError:
            raise invalid("id", _("%(name)s must be a positive integer"), name="id") from None
        return self.delivered_rows().filter(object_id=pk).values_list("object_id", flat=True).first()

    def delivered_rows(self):
        names = [delivered_type.name for delivered_type in self.endpoint.types]
        return DeliveredItem.objects.for_audiences(audiences_of(self.request)).filter(type__in=names)
