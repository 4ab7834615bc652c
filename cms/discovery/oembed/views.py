"""The oEmbed endpoint, and the small page that is shown in its frame."""

import json
from uuid import UUID

from django.conf import settings
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.clickjacking import xframe_options_exempt
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe

from cms.caching import policy, tags
from cms.core.text.formats import short_date
from cms.discovery.answers import public_answer
from cms.discovery.oembed.answer import oembed_of
from cms.discovery.oembed.finding import NotForOthersError, find_by_address, find_by_identity
from cms.discovery.xml import XmlDocument
from home.organisation.organisation_texts import organisation_texts

FORMATS = ("json", "xml")
LARGEST = 10_000
# Nothing but our own style, script and pictures; anyone may frame it.
CONTENT_SECURITY_POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' https:; base-uri 'none'; frame-ancestors *"
)


@csrf_exempt
@require_safe
def oembed(request):
    """Answer `?url=&format=&maxwidth=&maxheight=`: 401 and 404 as the specification says (section 2.3.4), 400.

    Its 501 is for formats a provider could be expected to speak, and those are spoken here: any other is a bad request.
    """
    made = request.GET.get("format") or "json"
    if made not in FORMATS:
        return _refuse(400, _("This format is not spoken here: ask for json or xml."))
    try:
        sizes = [_size(request.GET.get(name, "")) for name in ("maxwidth", "maxheight")]
        item = find_by_address(request.GET.get("url", ""))
    except ValueError:
        return _refuse(400, _("url must be an address of this site, maxwidth and maxheight whole numbers of pixels."))
    except Http404:
        return _refuse(404, _("There is nothing at this address that can be shown elsewhere."))
    except NotForOthersError:
        return _refuse(401, _("This may be read on the website only."))
    answer = oembed_of(item, *sizes)
    if made == "json":
        return public_answer(json.dumps(answer, ensure_ascii=False), "application/json; charset=utf-8")
    document = XmlDocument()
    with document.element("oembed"):
        for name, value in answer.items():
            document.leaf(name, str(value))
    return public_answer(bytes(document), "text/xml; charset=utf-8")


def _size(text: str) -> int | None:
    """Return a number of pixels, None for none. Raises ValueError."""
    if not text:
        return None
    if not (text.isascii() and text.isdigit() and int(text[:6]) > 0 and len(text) <= 6):
        raise ValueError(text)
    return min(int(text), LARGEST)


def _refuse(status: int, message: str) -> HttpResponse:
    return public_answer(f"{message}\n", "text/plain; charset=utf-8", status)


@csrf_exempt
@require_safe
@xframe_options_exempt
def embed(request, uuid: UUID, locale: str):
    """Show an item's card, in its own language, without anything around it."""
    try:
        item = find_by_identity(uuid, locale)
    except NotForOthersError as error:
        raise Http404("not for others") from error
    if locale not in dict(settings.LANGUAGES):
        raise Http404("no such language")
    with translation.override(locale):
        date = short_date(item.published, locale) if item.published else ""
        context = {
            "item": item,
            "picture": item.rendition("wide", "thumb", "full", longest=1200),
            "organisation": organisation_texts(locale),
            "date": date,
        }
        response = render(request, "discovery/embed.html", context)
    response.headers["Content-Language"] = locale
    response.headers["Content-Security-Policy"] = CONTENT_SECURITY_POLICY
    response.headers["Cross-Origin-Resource-Policy"] = "cross-origin"
    response.headers["X-Robots-Tag"] = "noindex"
    response.headers["Cache-Control"] = policy.CACHE_CONTROL
    response.headers[tags.HEADER] = ",".join((tags.CHANGES, tags.HTML))
    return response
