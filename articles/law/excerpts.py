"""Why a document was found: the part of its text or of its files that says the words, where its row does not."""

from collections.abc import Iterable, Mapping

from django.db.models.functions import Left
from django.utils import translation

from articles.law.full_text import LAW_DOCUMENT
from articles.law.law_lookup import read_lookup
from cms.core.cards import Card
from cms.search.highlighting import Highlighter, as_html
from cms.search.models import SearchEntry
from cms.search.query import parse
from cms.search.words import words_of

# Characters of a document in which its words are looked for: some hundred pages.
MAX_LENGTH = 200_000


def add_excerpts(pages: Iterable, cards: Mapping[int, Card], text: str) -> None:
    """Give the cards of pages (by primary key) that `text` looked up an `excerpt`; one query, none for a number.

    A text in the reader's language comes before the other one, `excerpt_lang` says which of them it is.
    """
    lookup = read_lookup(text)
    if lookup.number is not None or (lookup.serial and lookup.is_certain):
        return
    own = translation.get_language()
    highlighter = Highlighter(parse(text, own))
    asked = {word.folded for word in words_of(text, own)} & highlighter.folded
    silent = {page.translation_key: cards[page.pk] for page in pages if _is_silent(cards.get(page.pk), asked)}
    if not silent:
        return
    entries = SearchEntry.objects.filter(type=LAW_DOCUMENT, uuid__in=silent)
    rows = entries.values_list("uuid", "locale", Left("body", MAX_LENGTH))
    for key, language, body in sorted(rows, key=lambda row: row[1] != own):
        card = silent[key]
        if card.excerpt:
            continue
        # An entry begins with what the row shows.
        pieces = highlighter.snippet(body.removeprefix(card.summary).lstrip())
        if any(piece.is_marked for piece in pieces):
            card.excerpt, card.excerpt_lang = as_html(pieces), "" if language == own else language


def _is_silent(card: Card | None, asked: set[str]) -> bool:
    """Whether a row does not say by itself why it is there."""
    if card is None:
        return False
    said = {word.folded for word in words_of(f"{card.number} {card.label} {card.title} {card.summary}", "vi")}
    return not asked <= said
