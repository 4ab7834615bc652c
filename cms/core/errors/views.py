"""The error views that cms.urls names. (500.html stands alone: it must come whatever is broken.)"""

import sys

from django.http import HttpResponseServerError
from django.template import loader

from cms.core import request_id
from cms.core.errors.pages import error_page
from cms.core.errors.unwritable import is_unwritable, unwritable_page


def bad_request(request, exception):
    return error_page(request, 400)


def permission_denied(request, exception=None):
    return error_page(request, 403)


def page_not_found(request, exception):
    return error_page(request, 404)


def csrf_failure(request, reason=""):
    return error_page(request, 403)


def server_error(request):
    if is_unwritable(sys.exception()):
        return unwritable_page(request)
    return HttpResponseServerError(loader.get_template("500.html").render({"request_id": request_id.current()}))
