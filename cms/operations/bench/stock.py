"""The yardstick: Wagtail's own API v2 over the same articles, with the fields that ours delivers."""

from django.urls import path
from wagtail.api import APIField
from wagtail.api.v2.router import WagtailAPIRouter
from wagtail.api.v2.views import PagesAPIViewSet
from wagtail.images.api.fields import ImageRenditionField

from articles.models import ArticlePage
from cms.urls import urlpatterns as site_urlpatterns

FIELDS = ["lead", "body", "category", "author", "source_name", "source_url", "display_date", "place", "is_featured"]


class StockArticlesViewSet(PagesAPIViewSet):
    """Stock in everything but its model."""

    model = ArticlePage
    listing_default_fields = [*PagesAPIViewSet.listing_default_fields, "lead", "display_date", "category", "cover_wide"]


def expose_fields() -> None:
    """Declare the article's fields to the stock API: in this process only."""
    ArticlePage.api_fields = [
        *(APIField(name) for name in FIELDS),
        APIField("cover_wide", serializer=ImageRenditionField("fill-800x450", source="cover")),
    ]


router = WagtailAPIRouter("stock")
router.register_endpoint("articles", StockArticlesViewSet)

urlpatterns = [path("stock/api/v2/", router.urls), *site_urlpatterns]
