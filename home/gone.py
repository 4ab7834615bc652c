"""410 for pages that were taken down: readers learn it was no mistake of theirs, search engines forget the page."""

from django.db import DatabaseError

from cms.core.errors.pages import error_page
from cms.translation.fallback import addressed_page
from home.context_processors import OTHER_FRAMES
from home.lost import LostAddress

GONE = 410


class GoneMiddleware:
    """Stands around Wagtail's redirects: where one of those leads on, nothing is gone."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        if response.status_code != 404 or request.path_info.startswith(OTHER_FRAMES):
            return response
        return error_page(request, GONE) if self._is_gone(request) else response

    def _is_gone(self, request) -> bool:
        # A page that is there and has no such part, such as a hundredth page of its list, is not gone.
        if addressed_page(request) is not None:
            return False
        try:
            return LostAddress(request.path_info, "").is_gone
        except DatabaseError:
            return False
