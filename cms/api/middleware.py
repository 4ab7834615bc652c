"""Everything under /api/ that goes wrong outside an endpoint is a problem document too."""

from urllib.parse import unquote_to_bytes

from django.conf import settings
from django.http import HttpResponse
from django.utils.translation import gettext_noop as _

from cms.api.language import language_of
from cms.api.problems import CONTENT_TYPE, ProblemError

PREFIX = "/api/"


class ApiProblemMiddleware:
    """Refuse what is no request, and turn HTML error pages into problem details, for addresses under /api/ only."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if not request.path_info.startswith(PREFIX):
            return self.get_response(request)
        try:
            check_address(request)
        except ProblemError as problem:
            return problem.write_to(HttpResponse(), language_of(request))
        response = self.get_response(request)
        if response.status_code >= 400 and response.get("Content-Type") != CONTENT_TYPE:
            ProblemError.of_status(response.status_code).write_to(response, language_of(request))
            # Whatever the HTML page that is not shown had asked of the session.
            response.cookies.clear()
            del response["Vary"]
        return response


def check_address(request) -> None:
    """Raise a ProblemError for an address that no database or decoder should see."""
    query = request.META.get("QUERY_STRING", "")
    if len(query) > settings.API_MAX_QUERY_BYTES:
        raise ProblemError.of_status(414)
    raw = unquote_to_bytes(query)
    if "\x00" in request.path_info or b"\x00" in raw:
        name = next((name for name, value in request.GET.items() if "\x00" in name + value), "")
        raise ProblemError(
            "malformed-request", _("null characters are not allowed"), parameter=name.replace("\x00", "")
        )
    try:
        raw.decode()
    except UnicodeDecodeError:
        raise ProblemError("malformed-request", _("the query string is not UTF-8")) from None
