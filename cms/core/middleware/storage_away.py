"""A request that needs a file while the server of files is away is answered 503: soon, in words, and never kept."""

import logging

from django.utils.translation import gettext_lazy as _

from cms.core.errors.pages import error_page
from cms.core.errors.unwritable import unwritable_page
from cms.core.storages.away import StorageAwayError

logger = logging.getLogger(__name__)

RETRY_SECONDS = 10


class StorageAwayMiddleware:
    """Turns StorageAwayError of a view into that answer."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_exception(self, request, exception):
        if not isinstance(exception, StorageAwayError):
            return None
        logger.warning("A file could not be reached: %s", exception)
        if request.method == "POST":
            # What was written is on the page, to be sent again.
            response = unwritable_page(request, _("Files cannot be stored at the moment; all else works."))
        else:
            response = error_page(request, 503)
        response.headers["Retry-After"] = str(RETRY_SECONDS)
        response.headers["Cache-Control"] = "no-store"
        return response
