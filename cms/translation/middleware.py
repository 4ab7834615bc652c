"""The page's language comes from its address alone."""

from django.conf import settings
from django.utils import translation


class LanguageFromAddressMiddleware:
    """Vietnamese at "/", English below "/en/"; never Accept-Language or a cookie.

    Django's LocaleMiddleware would also send `Vary: Accept-Language`, which splits every cache although nothing varies.
    The admin then follows its user's own preference, with Vietnamese as the default.
    """

    def __init__(self, get_response):
        self.get_response = get_response
        self.prefixed = {code for code, _name in settings.LANGUAGES if code != settings.LANGUAGE_CODE}

    def __call__(self, request):
        first = request.path_info.split("/", 2)[1] if request.path_info.startswith("/") else ""
        language = first if first in self.prefixed else settings.LANGUAGE_CODE
        translation.activate(language)
        request.LANGUAGE_CODE = language
        response = self.get_response(request)
        # Not for files and JSON, whose language is their own, nor for the admin, whose language is its user's.
        if response.headers.get("Content-Type", "").startswith("text/html") and first != "admin":
            response.headers.setdefault("Content-Language", language)
        return response
