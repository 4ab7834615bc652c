"""robots.txt (RFC 9309): what crawlers need not read, and where the sitemap is."""

from django.conf import settings
from django.urls import reverse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe

from cms.core.addresses import absolute_url
from cms.discovery.answers import public_answer

# Nothing secret stands here (that needs a login); it is only not worth a crawler's time.
USELESS = ("/admin/", "/accounts/", "/_util/", "/api/", "/tim-kiem/", "/en/search/")
USEFUL = ("/api/v2/docs/",)


@csrf_exempt
@require_safe
def robots(request):
    """Answer for crawlers; with SEARCH_ENGINES=off everything is closed to them."""
    lines = ["User-agent: *"]
    if settings.SEARCH_ENGINES:
        lines += [f"Disallow: {path}" for path in USELESS]
        lines += [f"Allow: {path}" for path in USEFUL]
        lines += ["", f"Sitemap: {absolute_url(reverse('sitemap_index'))}"]
    else:
        lines.append("Disallow: /")
    return public_answer("\n".join(lines) + "\n", "text/plain; charset=utf-8")
