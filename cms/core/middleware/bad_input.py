"""Requests that no link or form of ours makes are refused before anything can trip over them."""

from urllib.parse import unquote_to_bytes

from django.core.exceptions import BadRequest
from django.http import HttpResponseNotAllowed
from django.utils.datastructures import MultiValueDictKeyError

from cms.core.errors.pages import error_page

MAX_QUERY_BYTES = 4096
MAX_PATH_CHARACTERS = 2048
READING_METHODS = ("GET", "HEAD", "OPTIONS")


class RefuseBadInputMiddleware:
    """Answer 400 to addresses that cannot be meant, and 405 to whoever writes to a page.

    Stock Wagtail answers 500 to several of them: PostgreSQL refuses NUL in text, and so does the look-up of a
    redirect. It stands right after the middleware that sets the language, so that the answer has one.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        check_address(request)
        return self.get_response(request)

    def process_view(self, request, view_func, view_args, view_kwargs):
        # Before the CSRF check, which would answer 403 to what could never have been right.
        if request.resolver_match.url_name == "wagtail_serve" and request.method not in READING_METHODS:
            return HttpResponseNotAllowed(READING_METHODS)
        return None

    def process_exception(self, request, exception):
        # A form of the admin that came without the fields its own script adds.
        return error_page(request, 400) if isinstance(exception, MultiValueDictKeyError) else None


def check_address(request) -> None:
    """Raise BadRequest for NUL, for a query that is not UTF-8, and for what is too long to be meant."""
    query = request.META.get("QUERY_STRING", "")
    if len(query) > MAX_QUERY_BYTES or len(request.path_info) > MAX_PATH_CHARACTERS:
        raise BadRequest("address too long")
    raw = unquote_to_bytes(query)
    if "\x00" in request.path_info or b"\x00" in raw:
        raise BadRequest("NUL in address")
    try:
        raw.decode()
    except UnicodeDecodeError as error:
        raise BadRequest("query is not UTF-8") from error
