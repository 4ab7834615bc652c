"""Telling an editor why something could not be done after all: a message, never a 500.

Either the delivery store could not be written, or what the form found in order is not any more: somebody else has taken
the address in between.
"""

import logging
from urllib.parse import urlsplit

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponseRedirect, JsonResponse
from django.urls import reverse
from django.utils import translation
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _

from cms.delivery.databases.before_commit import UnitOfWorkError

logger = logging.getLogger("cms.delivery")


class ExplainUnwrittenMiddleware:
    """Send whoever published, withdrew, moved or deleted something in the admin back to where they were.

    The transaction was rolled back whole. What Wagtail saves before it publishes, the draft, was saved before it.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_exception(self, request, exception):
        if not isinstance(exception, UnitOfWorkError | ValidationError):
            return None
        if not request.path_info.startswith(reverse("wagtailadmin_home")):
            return None
        text = _text_of(exception, request.user)
        # Some views have said already that they did it: what has been read is not shown.
        list(messages.get_messages(request))
        messages.error(request, text)
        if request.headers.get("X-Requested-With") == "XMLHttpRequest":
            # A dialogue (approving in a workflow): it closes, and the page behind it shows the message.
            return JsonResponse({"step": "success", "redirect": _way_back(request)})
        return HttpResponseRedirect(_way_back(request))


def _text_of(exception: Exception, user) -> str:
    with translation.override(_language_of(user)):
        if isinstance(exception, ValidationError):
            logger.warning("Refused after its form was accepted", exc_info=exception)
            return " ".join(exception.messages)
        logger.error("Nothing was published: the delivery store could not be written", exc_info=exception)
        return _(
            "Nothing has been published or taken down: what goes out to readers and partners could not be written. "
            "What was saved as a draft is kept. Please try again in a few minutes, and tell your administrator if "
            "it happens again."
        )


def _language_of(user) -> str:
    """Return the language an editor reads the admin in."""
    profile = getattr(user, "wagtail_userprofile", None)
    return profile.get_preferred_language() if profile is not None else translation.get_language()


def _way_back(request) -> str:
    """Return the page the form was on; where a page was made, the list it now stands in as a draft."""
    match = request.resolver_match
    if match.view_name == "wagtailadmin_pages:add":
        return reverse("wagtailadmin_explore", args=[match.kwargs.get("parent_page_id") or match.args[-1]])
    referer = request.headers.get("Referer", "")
    if not url_has_allowed_host_and_scheme(referer, {request.get_host()}, require_https=request.is_secure()):
        return request.get_full_path()
    parts = urlsplit(referer)
    return f"{parts.path}?{parts.query}" if parts.query else parts.path
