"""Taxonomy terms as links to the list of what they name."""

from urllib.parse import urlencode

from django.db.models import prefetch_related_objects
from wagtail.models import Locale


def term_links(terms: list, list_url: str, parameter: str) -> list[dict]:
    """Return [{"label", "url", "lang"}] of snippets in the active language; two queries, however many they are.

    `lang` is "" unless a name is in another language. `list_url` is the address of a listing that filters by
    `parameter`; "" gives terms without links.
    """
    prefetch_related_objects(terms, "translation_here", "locale")
    here = Locale.get_active().pk
    return [
        {
            "label": str(term.localized),
            "url": f"{list_url}?{urlencode({parameter: str(term.translation_key)})}" if list_url else "",
            "lang": "" if term.localized.locale_id == here else term.localized.locale.language_code,
        }
        for term in terms
    ]
