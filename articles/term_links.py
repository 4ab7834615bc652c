"""Taxonomy terms as links to the list of what they name."""

from urllib.parse import urlencode

from django.utils.translation import get_language


def term_link(term, list_url: str, parameter: str) -> dict:
    """Return {"label", "url", "lang"} of a snippet in the active language; `lang` is "" unless its name is in another.

    `list_url` is the address of a listing that filters by `parameter`; "" gives a term without a link.
    """
    shown = term.localized
    language = shown.locale.language_code
    return {
        "label": str(shown),
        "url": f"{list_url}?{urlencode({parameter: str(term.translation_key)})}" if list_url else "",
        "lang": "" if language == get_language() else language,
    }
