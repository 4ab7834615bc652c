"""Serving an untranslated page: its source's text, in the frame of the language whose address was asked for."""

from dataclasses import dataclass

from django.http import Http404
from django.utils import translation
from django.utils.translation import gettext as _
from wagtail.models import Page
from wagtail.wagtail_hooks import check_view_restrictions

from cms.core.fallbacks import is_untranslated, source_of


@dataclass(frozen=True)
class Fallback:
    """What templates say of it: the language of the text, the original's address, and the words that lead there."""

    source_lang: str
    source_url: str
    label: str


def addressed_page(request) -> Page | None:
    """Return the page whose address was asked for (an untranslated page itself, not its source), or None."""
    result = getattr(request, "_wagtail_route_for_request", None)
    return result[0] if result else None


def serve_source(serve):
    """Wrap Wagtail's serving of a page (hook `on_serve_page`): untranslated pages are served by their source.

    Runs inside Wagtail's own check of view restrictions; the source's restrictions are checked too. Raises Http404
    where no source is live: a text its own language no longer shows is not shown in another one.
    """

    def serve_page(page, request, args, kwargs):
        if not is_untranslated(page):
            return serve(page, request, args, kwargs)
        source = source_of(page)
        if source is None:
            raise Http404("the original of this page is not published")
        source.stands_in_for = page
        response = check_view_restrictions(serve)(source, request, args, kwargs)
        if source.locale_id != page.locale_id and getattr(response, "context_data", None) is not None:
            response.context_data["fallback"] = describe(source)
        return response

    return serve_page


def describe(source: Page) -> Fallback:
    language = source.locale.language_code
    with translation.override(language):
        label = _("Read the original")
    return Fallback(source_lang=language, source_url=source.full_url or "", label=label)
