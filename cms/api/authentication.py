"""Keys of partners: `Authorization: Bearer …` (RFC 6750), checked for every address under /api/.

A middleware, not a part of the views: it holds for every endpoint there is or will be, and a request without a key
pays for one look into a dictionary. A key is Wagtail's APIToken of a partner's account; another user's token opens
nothing here.
"""

from django.http import HttpResponse
from django.utils.cache import patch_vary_headers
from django.utils.translation import gettext_noop as _
from wagtail.models import APIToken

from cms.api.language import language_of
from cms.api.middleware import PREFIX
from cms.api.problems import ProblemError
from cms.api.throttles import Window, headers_of, take_request
from cms.partners.usage import usage

CHALLENGE = 'Bearer realm="api"'


class PartnerKeyMiddleware:
    """Sets `request.partner` where a request carries a key; answers 401 for a wrong one and 429 over quota."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if "HTTP_AUTHORIZATION" not in request.META or not request.path_info.startswith(PREFIX):
            return self.get_response(request)
        response = self._answer(request, request.META["HTTP_AUTHORIZATION"])
        if "no-store" not in response.get("Cache-Control", ""):
            response["Cache-Control"] = "private, max-age=0"
        patch_vary_headers(response, ["Authorization"])
        return response

    def _answer(self, request, authorization: str) -> HttpResponse:
        scheme, _space, text = authorization.strip().partition(" ")
        if scheme.lower() != "bearer":
            return refuse(request, CHALLENGE, _("only keys are taken: Authorization: Bearer <key>"))
        key = find_key(text.strip())
        if key is None:
            challenge = f'{CHALLENGE}, error="invalid_token"'
            return refuse(request, challenge, _("the key is not known, was revoked, or its partner is disabled"))
        request.partner = key.user.partner
        windows = take_request(request.partner)
        exceeded = [window for window in windows if window.is_exceeded]
        usage.count(request.partner.pk, key.pk, is_refused=bool(exceeded))
        response = over_quota(request, exceeded) if exceeded else self.get_response(request)
        for name, value in headers_of(windows).items():
            response[name] = value
        return response


def find_key(text: str) -> APIToken | None:
    """Return the valid key of an enabled partner that `text` is; its partner is `key.user.partner`. One query."""
    if not APIToken.validate_token_format(text):
        return None
    keys = APIToken.objects.filter(key_hash__in=APIToken.candidate_key_hashes(text), revoked_at=None)
    return keys.filter(user__partner__is_enabled=True).select_related("user__partner").first()


def refuse(request, challenge: str, message: str) -> HttpResponse:
    """Return 401 with its challenge."""
    response = ProblemError("unauthorised", message, status=401).write_to(HttpResponse(), language_of(request))
    response["WWW-Authenticate"] = challenge
    return response


def over_quota(request, exceeded: list[Window]) -> HttpResponse:
    """Return 429, and when to come back."""
    window = max(exceeded, key=lambda window: window.seconds_left)
    if window.name == "minute":
        message = _("the quota of %(quota)d requests a minute is used up")
    else:
        message = _("the quota of %(quota)d requests a day is used up")
    problem = ProblemError("quota-exceeded", message, status=429, quota=window.quota)
    response = problem.write_to(HttpResponse(), language_of(request))
    response["Retry-After"] = str(window.seconds_left)
    return response
