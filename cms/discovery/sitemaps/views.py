"""The sitemap index and the sitemaps (https://www.sitemaps.org/protocol.html)."""

from datetime import datetime

from django.conf import settings
from django.http import Http404
from django.urls import reverse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe

from cms.core.addresses import absolute_url
from cms.discovery.answers import public_answer
from cms.discovery.sitemaps.pages import addresses, slices
from cms.discovery.xml import XmlDocument

MOST_SITEMAPS = 50_000
XML = "application/xml; charset=utf-8"
NAMESPACE = {"xmlns": "http://www.sitemaps.org/schemas/sitemap/0.9"}
WITH_LINKS = {**NAMESPACE, "xmlns:xhtml": "http://www.w3.org/1999/xhtml"}


@csrf_exempt
@require_safe
def index(request):
    """List every sitemap with its last change."""
    document = XmlDocument()
    with document.element("sitemapindex", NAMESPACE):
        for language, _name in settings.LANGUAGES:
            for number, changed_at in enumerate(slices(language), start=1):
                with document.element("sitemap"):
                    document.leaf("loc", absolute_url(reverse("sitemap", args=[language, number])))
                    document.leaf_if("lastmod", _moment(changed_at))
    return public_answer(bytes(document), XML)


@csrf_exempt
@require_safe
def sitemap(request, language: str, number: int):
    """List pages of a language, each with its translations and itself among them."""
    # The protocol allows no more sitemaps in an index.
    is_possible = language in dict(settings.LANGUAGES) and 0 < number <= MOST_SITEMAPS
    found = addresses(language, number) if is_possible else []
    if not found:
        raise Http404("no such sitemap")
    document = XmlDocument()
    with document.element("urlset", WITH_LINKS):
        for address in found:
            with document.element("url"):
                document.leaf("loc", address.url)
                document.leaf_if("lastmod", _moment(address.changed_at))
                for code, url in address.alternates:
                    document.leaf("xhtml:link", attributes={"rel": "alternate", "hreflang": code, "href": url})
    return public_answer(bytes(document), XML)


def _moment(moment: datetime | None) -> str:
    return moment.replace(microsecond=0).isoformat() if moment else ""
