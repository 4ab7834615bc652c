"""The page's language comes from its address alone."""

from django.conf import settings
from django.utils import translation


class LanguageFromAddressMiddleware:
    """Vietnamese at "/", English below "/en/"; never Accept-Language or a cookie.

    Django's LocaleMiddleware would also send `Vary: Accept-Language`, which splits every cache although nothing varies.
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
        response.headers.setdefault("Content-Language", translation.get_language())
        return response
