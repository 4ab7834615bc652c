"""The language the API itself speaks, in errors and documentation: `?lang=`, Vietnamese by default."""

from django.conf import settings
from django.core.exceptions import SuspiciousOperation

LANGUAGES = tuple(code for code, _name in settings.LANGUAGES)


def language_of(request) -> str:
    """Return the language asked for, or the default one where none or an unknown one is."""
    try:
        asked = request.GET.get("lang", "")
    except SuspiciousOperation:  # thousands of parameters: Django does not read them
        return settings.LANGUAGE_CODE
    return asked if asked in LANGUAGES else settings.LANGUAGE_CODE
