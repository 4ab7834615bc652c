"""A site that is not for search engines (a staging copy) says so on every answer."""

from django.conf import settings
from django.core.exceptions import MiddlewareNotUsed


class NoIndexMiddleware:
    """Send `X-Robots-Tag: noindex` where SEARCH_ENGINES is off; not there at all where it is on."""

    def __init__(self, get_response):
        if settings.SEARCH_ENGINES:
            raise MiddlewareNotUsed
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        response.headers["X-Robots-Tag"] = "noindex, nofollow"
        return response
