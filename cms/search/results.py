"""Entries as readers of the website see them: cards with what was found marked.

The types most of a page's results are of show the cards of their lists (pictures, a law's status). The others, so that
a page of many types costs no more, show what is true of every page.
"""

from collections import Counter
from collections.abc import Iterable

from django.apps import apps
from django.db.models import QuerySet
from wagtail.models import Page

from cms.core.cards import Card
from cms.core.fallbacks import has_own_text
from cms.core.restrictions import is_restricted
from cms.search.highlighting import Highlighter, as_html
from cms.search.models import SearchEntry
from cms.search.written_language import other_language

MAX_TYPES_WITH_CARDS = 2


def cards_of_entries(entries: Iterable[SearchEntry], highlighter: Highlighter) -> list[Card]:
    """Return the cards of entries, in order, each with `excerpt` (and its language) and `marked_title`: safe HTML.

    What readers may not see is left out, should the index still have it.
    """
    entries = list(entries)
    usual = {label for label, _times in Counter(entry.type for entry in entries).most_common(MAX_TYPES_WITH_CARDS)}
    cards = _own_cards([entry for entry in entries if entry.type in usual])
    cards |= _plain_cards([entry for entry in entries if entry.type not in usual])
    found = []
    for entry in entries:
        card = cards.get(entry.object_id)
        if card is not None:
            card.marked_title = as_html(highlighter.whole(card.title))
            pieces = highlighter.snippet(entry.body)
            card.excerpt = as_html(pieces)
            card.excerpt_lang = other_language("".join(piece.text for piece in pieces), entry.locale)
            found.append(card)
    return found


def shown(pages: QuerySet) -> QuerySet:
    """Return those of these pages that readers may see, as what they are."""
    return pages.live().exclude(is_restricted()).filter(has_own_text())


def _own_cards(entries: list[SearchEntry]) -> dict[int, Card]:
    cards = {}
    for label in dict.fromkeys(entry.type for entry in entries):
        pks = [entry.object_id for entry in entries if entry.type == label]
        pages = shown(apps.get_model(label).objects.filter(pk__in=pks))
        if hasattr(pages, "with_cards"):
            pages = pages.with_cards()
        cards |= {page.pk: page.card() for page in pages}
    return cards


def _plain_cards(entries: list[SearchEntry]) -> dict[int, Card]:
    if not entries:
        return {}
    pages = shown(Page.objects.all()).in_bulk([entry.object_id for entry in entries])
    return {
        entry.object_id: Card(
            kind=apps.get_model(entry.type).card_kind,
            title=entry.title,
            url=pages[entry.object_id].get_url() or "",
            date=entry.date,
            label=entry.topic_label,
        )
        for entry in entries
        if entry.object_id in pages
    }
