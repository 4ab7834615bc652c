"""The addresses that machines know by heart; feeds have a table of their own."""

from django.urls import path
from django.views.generic import RedirectView

from cms.discovery.oembed import views as oembed
from cms.discovery.robots import robots
from cms.discovery.security_txt import PATH, security_txt
from cms.discovery.sitemaps import views as sitemaps

urlpatterns = [
    path("oembed/", oembed.oembed, name="oembed"),
    path("embed/<uuid:uuid>/<slug:locale>/", oembed.embed, name="embed"),
    path("robots.txt", robots, name="robots"),
    path("sitemap.xml", sitemaps.index, name="sitemap_index"),
    path("sitemaps/<slug:language>-<int:number>.xml", sitemaps.sitemap, name="sitemap"),
    path(PATH.lstrip("/"), security_txt, name="security_txt"),
    # Where the RFC lets older tools look.
    path("security.txt", RedirectView.as_view(url=PATH, permanent=True)),
]
