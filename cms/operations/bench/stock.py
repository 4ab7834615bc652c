"""The yardsticks: Wagtail's own API v2 over the same articles with the fields that ours delivers, and a plain page."""

from functools import cache

from django.conf.urls.i18n import i18n_patterns
from django.http import HttpRequest, HttpResponse
from django.template import engines
from django.urls import include, path
from wagtail import urls as wagtail_urls
from wagtail.api import APIField
from wagtail.api.v2.router import WagtailAPIRouter
from wagtail.api.v2.views import PagesAPIViewSet
from wagtail.images.api.fields import ImageRenditionField
from wagtail.models import Page, Site

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


# What `wagtail start` would begin with: no menu, no neighbours, no description for machines.
PLAIN = """{% load wagtailcore_tags wagtailimages_tags %}<!doctype html>
<html lang="vi"><head><meta charset="utf-8"><title>{{ page.title }}</title></head>
<body><h1>{{ page.title }}</h1><p>{{ page.lead }}</p>{% if page.cover %}{% image page.cover fill-800x450 %}{% endif %}
{% include_block page.body %}</body></html>"""


def plain_page(request: HttpRequest, address: str) -> HttpResponse:
    """Route to a page and show its body, as Wagtail's own view does with a template of only that."""
    root = Site.find_for_request(request).root_page
    page = root.specific.route(request, [part for part in address.split("/") if part]).page
    context = Page.get_context(page, request)
    return HttpResponse(_plain_template().render(context, request))


@cache
def _plain_template():
    return engines["django"].from_string(PLAIN)


router = WagtailAPIRouter("stock")
router.register_endpoint("articles", StockArticlesViewSet)

# Beside it, of the site's own addresses, what both make their links and pictures from, and what our pages name.
urlpatterns = [
    path("stock/api/v2/", router.urls),
    path("stock/page/<path:address>", plain_page),
    path("api/v2/", include("cms.api.router")),
    path("", include("media.urls")),
    path("", include("cms.search.urls")),
    path("", include("cms.statistics.urls")),
    path("", include("cms.cases.door.urls")),
    path("", include("cms.discovery.urls")),
    *i18n_patterns(
        path("feeds/", include("cms.discovery.feeds.urls")),
        path("", include(wagtail_urls)),
        prefix_default_language=False,
    ),
]
