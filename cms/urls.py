"""The site's addresses: its table of contents."""

from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls

urlpatterns = [
    path("", include("cms.operations.health.urls")),
    path("", include("cms.users.urls")),
    path("admin/", include(wagtailadmin_urls)),
    path("", include("media.urls")),
    path("api/v2/", include("cms.api.router")),
    path("", include("cms.search.urls")),
    path("", include("cms.statistics.urls")),
    path("", include("cms.cases.door.urls")),
    path("", include("cms.discovery.urls")),
    path("", include("cms.previews.urls")),
]
urlpatterns += i18n_patterns(
    path("feeds/", include("cms.discovery.feeds.urls")),
    path("", include(wagtail_urls)),
    prefix_default_language=False,
)

handler400 = "cms.core.errors.views.bad_request"
handler403 = "cms.core.errors.views.permission_denied"
handler404 = "cms.core.errors.views.page_not_found"
handler500 = "cms.core.errors.views.server_error"
