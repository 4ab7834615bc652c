"""What a preview link shows: the page's latest draft, as a page and as data, to nobody's memory."""

import json

from django.http import Http404, HttpResponse, JsonResponse
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from cms.delivery import registry
from cms.delivery.documents import serialise
from cms.previews.models import PreviewLink

# Nothing between here and the reader keeps it, no search engine lists it, and no other site learns the address.
HEADERS = {
    "Cache-Control": "private, no-store",
    "X-Robots-Tag": "noindex, nofollow, noarchive",
    "Referrer-Policy": "no-referrer",
}


@require_safe
def page(request, token: str) -> HttpResponse:
    """Show the draft as readers would see it, in its own language. 404 for a link that is over or was revoked."""
    link = PreviewLink.find(token)
    if link is None:
        raise Http404(_("This preview is over. Ask whoever sent it for a new one."))
    draft = link.page.get_latest_revision_as_object()
    response = draft.make_preview_request(original_request=request, preview_mode=draft.default_preview_mode)
    return _unremembered(response)


@require_safe
def data(request, token: str) -> HttpResponse:
    """Return the draft as the API would tell it, for a front end elsewhere: read only, this page only.

    `meta.preview` says until when, and which revision it is. Errors are problems (RFC 9457).
    """
    link = PreviewLink.find(token)
    draft = link and link.page.get_latest_revision_as_object()
    delivered_type = draft and registry.type_of(draft)
    if delivered_type is None:
        return _unremembered(_no_preview(request))
    with translation.override(draft.locale.language_code):
        document = json.loads(serialise(delivered_type, draft)[0])
    document["meta"]["preview"] = {
        "expires_at": link.expires_at.isoformat(),
        "revision": draft.latest_revision_id,
        "saved_at": draft.latest_revision_created_at and draft.latest_revision_created_at.isoformat(),
        "is_live": link.page.live,
        "read_at": timezone.now().isoformat(),
    }
    return _unremembered(JsonResponse(document, json_dumps_params={"ensure_ascii": False}))


def _no_preview(request) -> JsonResponse:
    language = "en" if request.GET.get("lang") == "en" else "vi"
    with translation.override(language):
        problem = {
            "type": "about:blank",
            "title": _("No preview"),
            "status": 404,
            "detail": _("This preview is over. Ask whoever sent it for a new one."),
        }
    response = JsonResponse(problem, status=404, json_dumps_params={"ensure_ascii": False})
    response.headers["Content-Type"] = "application/problem+json"
    response.headers["Content-Language"] = language
    return response


def _unremembered(response: HttpResponse) -> HttpResponse:
    for name, value in HEADERS.items():
        response.headers[name] = value
    if response.headers["Content-Type"].startswith("application/"):
        # A token is no cookie: a front end on any origin may read what it has the token for.
        response.headers["Access-Control-Allow-Origin"] = "*"
    return response
