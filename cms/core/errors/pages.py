"""Making an error page, whatever else may be broken."""

import logging

from django.conf import settings
from django.http import HttpResponse
from django.template.loader import render_to_string
from django.utils import translation

from cms.core import request_id
from cms.core.errors.messages import MESSAGES

logger = logging.getLogger(__name__)

# Kept and shown to others too, see cms.caching.policy: such a page names nobody's request.
WITHOUT_ID = (404, 410)
# What stands here is no page of the site: its errors come without the site's frame.
WITHOUT_FRAME = ("/admin/", "/documents/", "/uploads/", "/static/", "/healthz", "/readyz", "/metrics")


def error_page(request, status: int) -> HttpResponse:
    """Return the page for this status, in the site's frame if that can be made."""
    title, text = MESSAGES.get(status, MESSAGES[400])
    language = language_of(request)
    with translation.override(language):
        context = {"status": status, "error_title": title, "error_text": text, "error_language": language}
        context["request_id"] = "" if status in WITHOUT_ID else request_id.current()
        html = "" if request.path_info.startswith(WITHOUT_FRAME) else _in_frame(request, status, context)
        html = html or render_to_string("errors/plain.html", context)
    response = HttpResponse(html, status=status)
    response.headers["Content-Language"] = language
    return response


def language_of(request) -> str:
    """Return the language of the address, also when no middleware has looked at it yet."""
    first = request.path_info.split("/", 2)[1] if request.path_info.startswith("/") else ""
    others = {code for code, _name in settings.LANGUAGES} - {settings.LANGUAGE_CODE}
    return first if first in others else settings.LANGUAGE_CODE


def _in_frame(request, status: int, context: dict) -> str:
    """Return "" if the frame, which asks the database and the request's host, fails too."""
    try:
        return render_to_string("404.html" if status in (404, 410) else "errors/refused.html", context, request)
    except Exception:
        logger.warning("The page for status %d was sent without the site's frame", status, exc_info=True)
        return ""
