"""Entries as readers of the website see them: the cards of their pages, with what was found marked."""

from collections.abc import Iterable

from wagtail.models import Page

from cms.core.cards import Card
from cms.core.fallbacks import cards_by_pk
from cms.core.restrictions import is_restricted
from cms.search.highlighting import Highlighter, as_html
from cms.search.models import SearchEntry


def cards_of_entries(entries: Iterable[SearchEntry], highlighter: Highlighter) -> list[Card]:
    """Return the cards of entries, in order, each with `excerpt` and `marked_title`: safe HTML.

    What readers may not see is left out, should the index still have it.
    """
    entries = list(entries)
    pks = [entry.object_id for entry in entries]
    pages = Page.objects.live().exclude(is_restricted()).filter(pk__in=pks).select_related("locale").specific()
    cards = cards_by_pk(pages)
    found = []
    for entry in entries:
        card = cards.get(entry.object_id)
        if card is not None and not card.is_fallback:
            card.marked_title = as_html(highlighter.whole(card.title))
            card.excerpt = as_html(highlighter.snippet(entry.body))
            found.append(card)
    return found
