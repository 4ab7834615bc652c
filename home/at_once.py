"""The page at an address, found by what is delivered there: two queries, however deep in the tree it stands.

Wagtail walks from the site's home page to the page, two queries a level. A delivered page's row names it and where it
is; the page itself must say the same, or else Wagtail walks.
"""

from functools import cache

from django.apps import apps
from wagtail.models import Page, PageViewRestriction, Site
from wagtail.url_routing import RouteResult
from wagtail.views import serve

from cms.core.by_number import keep, number_of
from cms.core.kept_query import KeptQuery
from cms.core.models import BasePage
from cms.delivery.known_row import KnownRow
from cms.delivery.models import DeliveredItem

# What of a row they need who show the page. SQL by hand: every page that is made begins with it.
_ROW = """SELECT id, type, uuid, locale, object_id, is_live, audience, stream, html_path, document, sequence, due_at
FROM delivery_delivereditem WHERE html_path = %s AND is_live"""


class PageAtOnceMiddleware:
    """Leaves what it finds where Wagtail's view looks first."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_view(self, request, view, _args, _kwargs):
        if view is serve and not hasattr(request, "_wagtail_route_for_request"):
            know_site(request)
            page = find_page(request)
            if page is not None:
                request._wagtail_route_for_request = RouteResult(page, [], {})


def know_site(request) -> None:
    """Let Wagtail find this request's site without asking, if it is known since something changed."""
    key = ("site", request.get_host(), request.get_port())
    site = keep(number_of(request), key, lambda: Site.find_for_request(request))
    if site is not None:
        request._wagtail_site = site


def find_page(request) -> Page | None:
    """Return the page that is delivered at this request's very address, as its own type; None where there is none."""
    row = next(iter(DeliveredItem.objects.raw(_ROW, [request.path])), None)
    model = apps.get_model(row.type) if row is not None else None
    if model is None or not issubclass(model, BasePage) or model.route is not Page.route:
        return None
    page = _live(model).find(row.object_id)
    if page is None or not _is_at(page, request):
        return None
    KnownRow.remember(page, row)
    # The pages of a section have the same one, and the same above it; on most sites nothing is for some readers only.
    number = number_of(request)
    page.section = keep(number, ("section", page.path[: -page.steplen]), lambda: page.section)
    page.is_surely_open = not keep(number, "restricted", lambda: (PageViewRestriction.objects.exists(),))[0]
    return page


@cache
def _live(model: type[BasePage]) -> KeptQuery:
    return KeptQuery(model.objects.live().select_related("locale", *model.shown_with).order_by())


def _is_at(page: Page, request) -> bool:
    site = Site.find_for_request(request)
    parts = page.get_url_parts(request)
    return site is not None and parts is not None and (parts[0], parts[2]) == (site.pk, request.path)
