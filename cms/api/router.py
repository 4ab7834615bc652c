"""The public API's table of contents."""

from django.urls import include, path

from cms.api.endpoints.changes import ChangesView
from cms.api.endpoints.delivered import DeliveredEndpoint
from cms.api.endpoints.index import IndexView, nothing_here
from cms.api.endpoints.locales import LocaleDetailView, LocaleListView
from cms.api.endpoints.pages import PagesEndpoint
from cms.api.endpoints.puller import CONTENT_TYPES, PullerView
from cms.api.endpoints.resolve import ResolveView
from cms.api.endpoints.search import SearchView
from cms.api.endpoints.statistics import StatisticsView
from cms.api.schema.views import DocumentationView, SchemaView

app_name = "api"

ENDPOINTS = (
    PagesEndpoint("pages"),
    DeliveredEndpoint("articles"),
    DeliveredEndpoint("streams"),
    DeliveredEndpoint("galleries"),
    DeliveredEndpoint("videos"),
    DeliveredEndpoint("law-documents"),
    DeliveredEndpoint("questions"),
    DeliveredEndpoint("links"),
    DeliveredEndpoint("elections"),
    DeliveredEndpoint("alerts"),
    DeliveredEndpoint("images"),
    DeliveredEndpoint("documents"),
    DeliveredEndpoint("navigation"),
    DeliveredEndpoint("site"),
)

urlpatterns = [
    path(
        "",
        IndexView.as_view(
            names=(*(endpoint.name for endpoint in ENDPOINTS), "locales", "changes", "resolve", "search", "statistics")
        ),
        name="index",
    ),
    *(path(f"{endpoint.name}/", include(endpoint.urlpatterns())) for endpoint in ENDPOINTS),
    path("locales/", LocaleListView.as_view(), name="locales-list"),
    path("locales/<int:pk>/", LocaleDetailView.as_view(), name="locales-detail"),
    path("changes/", ChangesView.as_view(), name="changes"),
    path("resolve/", ResolveView.as_view(), name="resolve"),
    path("search/", SearchView.as_view(), name="search"),
    path("statistics/", StatisticsView.as_view(), name="statistics"),
    path("openapi.json", SchemaView.as_view(endpoints=ENDPOINTS), name="schema"),
    *(path(f"docs/{name}", PullerView.as_view(name=name), name=name) for name in CONTENT_TYPES),
    path("docs/", DocumentationView.as_view(endpoints=ENDPOINTS), name="documentation"),
    path("<path:address>/", nothing_here),
]
