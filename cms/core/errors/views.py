"""The error views that cms.urls names. (500.html stands alone: Django's own view sends it.)"""

from cms.core.errors.pages import error_page


def bad_request(request, exception):
    return error_page(request, 400)


def permission_denied(request, exception=None):
    return error_page(request, 403)


def page_not_found(request, exception):
    return error_page(request, 404)


def csrf_failure(request, reason=""):
    return error_page(request, 403)
