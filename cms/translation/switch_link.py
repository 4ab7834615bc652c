"""The link that leads to the other language: what it says, and where it leads from an address that is no page's."""

from django.conf import settings
from django.urls import reverse
from django.utils import translation
from wagtail.models import Site

from cms.core.text.nfc import to_nfc


def other_language(language: str) -> str | None:
    """Return the language the switch leads to."""
    return next((code for code, _name in settings.LANGUAGES if code != language), None)


def switch_link(url: str | None, language: str, *, is_fallback: bool = False, notice: str = "") -> dict | None:
    """Return what `switcher.language_switch` describes; None without an address."""
    if not url:
        return None
    # Django writes "Tiếng Việt" decomposed.
    label = to_nfc(translation.get_language_info(language)["name_local"])
    return {
        "url": url,
        "lang": language,
        "label": label[0].upper() + label[1:],
        "is_exact": not notice,
        "is_fallback": is_fallback,
        "notice": notice,
    }


# Addresses that are no pages and mean the same in each language; they are named with the language behind.
SAME_IN_EACH_LANGUAGE = ("ask", "request", "track")


def switch_of_address(request) -> dict | None:
    """Return the link at an address that is no page's: to the same form, or to the other home page."""
    here, match = translation.get_language(), getattr(request, "resolver_match", None)
    name, _line, language = ((match and match.url_name) or "").rpartition("_")
    there = other_language(here)
    if name in SAME_IN_EACH_LANGUAGE and language == here and there:
        return switch_link(reverse(f"{name}_{there}"), there)
    return _switch_to_home()


def _switch_to_home() -> dict | None:
    language = other_language(translation.get_language())
    if not any(root.language_code == language for root in Site.get_site_root_paths()):
        return None
    path = "/" if language == settings.LANGUAGE_CODE else f"/{language}/"
    switch = switch_link(path, language)
    return {**switch, "is_exact": False} if switch else None
