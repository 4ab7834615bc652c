"""The short way of the API's data: no session, no sign-in, no language of a page, no redirect, no slash appended to it.

What stands in MIDDLEWARE below this serves people with a browser: it costs several times what reading ready bytes does
and can change nothing about them. The documentation page goes the long way: it is HTML, and needs what pages need.
Nothing below /api/ is ever looked up among the site's own pages and redirects.
"""

from django.conf import settings
from django.core.handlers.exception import convert_exception_to_response
from django.http import HttpResponse, HttpResponsePermanentRedirect
from django.urls import Resolver404, ResolverMatch, resolve

from cms.api.language import language_of
from cms.api.problems import not_found
from cms.core.memory import Memory

PREFIX = "/api/"
# The router's application namespace.
API = "api"

_matches = Memory(1000)


class ApiShortcutMiddleware:
    """Calls the view of an address under /api/ itself; a view that is to have the whole chain lacks `is_data`."""

    def __init__(self, get_response):
        self.get_response = get_response
        self.answer = convert_exception_to_response(self._answer)

    def __call__(self, request):
        return self.answer(request) if request.path_info.startswith(PREFIX) else self.get_response(request)

    def _answer(self, request) -> HttpResponse:
        request.get_host()  # refuses a host that is not ours
        match = _match(request.path_info)
        if match is None:
            return _elsewhere(request)
        if not getattr(match.func, "is_data", False):
            return self.get_response(request)
        request.resolver_match = match
        response = match.func(request, *match.args, **match.kwargs)
        if response.status_code not in (204, 304):
            response.headers.setdefault("Content-Length", str(len(response.content)))
        return response


def _match(path: str) -> ResolverMatch | None:
    """Return what the API has at an address, None if it has nothing there."""
    key = (settings.ROOT_URLCONF, path)
    match = _matches.get(key)
    if match is None:
        try:
            match = resolve(path)
        except Resolver404:
            return None
        if API not in match.app_names:
            return None
        _matches.put(key, match)
    return match


def _elsewhere(request) -> HttpResponse:
    """Lead to the address with its slash where only that is missing, else say that there is nothing."""
    if not request.path_info.endswith("/") and request.method in ("GET", "HEAD"):
        match = _match(f"{request.path_info}/")
        if match is not None and getattr(match.func, "is_place", True):
            return HttpResponsePermanentRedirect(request.get_full_path(force_append_slash=True))
    return not_found().write_to(HttpResponse(), language_of(request))
