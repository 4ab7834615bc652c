"""The project's addresses and, beside them, Wagtail's own API v2 over the same pages: only for comparing the two."""

from django.contrib.auth.models import AnonymousUser
from django.urls import include, path
from wagtail.api.v2.router import WagtailAPIRouter
from wagtail.api.v2.views import PagesAPIViewSet

from cms.urls import urlpatterns as own_urlpatterns


class OwnTextViewSet(PagesAPIViewSet):
    """Stock, without the pages that only stand in for another language's: those it lists as if they were translated."""

    def get_base_queryset(self):
        # The API's settings know no users; stock asks one whether it may see restricted pages.
        self.request.user = AnonymousUser()
        return super().get_base_queryset().filter(alias_of__isnull=True, live_revision__isnull=False)


router = WagtailAPIRouter("stock")
router.register_endpoint("pages", OwnTextViewSet)

urlpatterns = [path("stock/v2/", include((router.get_urlpatterns(), "stock"), namespace="stock")), *own_urlpatterns]
