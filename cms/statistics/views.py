"""The page that says how visits are counted, and the numbers alone, for the script that renews them."""

from django.conf import settings
from django.http import JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import translation
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe

from cms.core.addresses import absolute_url
from cms.core.text.formats import VIETNAM
from cms.core.text.nfc import to_nfc
from cms.statistics.counter import read


# Nothing is changed here: whoever sends data is told so, not that a token is missing.
@csrf_exempt
@require_safe
def method(request):
    """Show the numbers, and say in both languages how they come about."""
    here = translation.get_language()
    addresses = {code: reverse(f"visits_{code}") for code, _name in settings.LANGUAGES}
    there = next(code for code in addresses if code != here)
    label = to_nfc(translation.get_language_info(there)["name_local"])
    context = {
        "canonical_url": absolute_url(addresses[here]),
        "alternates": [
            *({"hreflang": code, "href": absolute_url(address)} for code, address in addresses.items()),
            {"hreflang": "x-default", "href": absolute_url(addresses[settings.LANGUAGE_CODE])},
        ],
        "language_switch": {
            "url": addresses[there],
            "lang": there,
            "label": label[0].upper() + label[1:],
            "is_exact": True,
            "is_fallback": False,
            "notice": "",
        },
    }
    return render(request, "statistics/method.html", context)


@csrf_exempt
@require_safe
def numbers(_request):
    """Answer {online, today, month, total, taken_at}; the same for a minute, for everyone."""
    visits = read()
    response = JsonResponse(
        {
            "online": visits.online,
            "today": visits.today,
            "month": visits.month,
            "total": visits.total,
            "taken_at": visits.taken_at.astimezone(VIETNAM).isoformat(timespec="seconds"),
        }
    )
    response["Cache-Control"] = "public, max-age=60"
    response["X-Robots-Tag"] = "noindex"
    return response
