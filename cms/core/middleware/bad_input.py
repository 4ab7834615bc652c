"""NUL bytes and oversized queries are refused before anything can trip over them."""

from urllib.parse import unquote_to_bytes

from django.core.exceptions import BadRequest

MAX_QUERY_BYTES = 4096


class RefuseBadInputMiddleware:
    """Answer 400 to addresses that no link of ours makes: stock Wagtail answers 500 to several of them.

    PostgreSQL refuses NUL in text, and a query of many kilobytes is never a reader's.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_view(self, request, view_func, view_args, view_kwargs):
        query = request.META.get("QUERY_STRING", "")
        if len(query) > MAX_QUERY_BYTES:
            raise BadRequest("query too long")
        if "\x00" in request.path or b"\x00" in unquote_to_bytes(query):
            raise BadRequest("NUL in address")
        try:
            unquote_to_bytes(query).decode()
        except UnicodeDecodeError as error:
            raise BadRequest("query is not UTF-8") from error
