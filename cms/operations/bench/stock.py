"""The yardstick: Wagtail's own API v2 over the same articles, with the fields that ours delivers."""

from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path
from wagtail import urls as wagtail_urls
from wagtail.api import APIField
from wagtail.api.v2.router import WagtailAPIRouter
from wagtail.api.v2.views import PagesAPIViewSet
from wagtail.images.api.fields import ImageRenditionField

from articles.models import ArticlePage

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

# Beside it, of the site's own addresses, what both make their links and pictures from.
urlpatterns = [
    path("stock/api/v2/", router.urls),
    path("api/v2/", include("cms.api.router")),
    path("", include("media.urls")),
    *i18n_patterns(path("", include(wagtail_urls)), prefix_default_language=False),
]
