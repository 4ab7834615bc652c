"""Why something was found: the part of a text that says most of what was asked, with its words marked.

Marked is what matches without accents in the text as written; where the query's accents are met exactly somewhere in
the text, only what is written so.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import NamedTuple

from django.utils.html import format_html_join
from django.utils.safestring import SafeString

from cms.search.models import NEXT_TEXT
from cms.search.query import ParsedQuery
from cms.search.words import Word, words_of

# Words of a snippet; Vietnamese ones are syllables.
SNIPPET_WORDS = 42
# Of a very long text, the words in which a snippet is looked for.
MAX_WORDS = 20_000
_LINE_END_OF_SENTENCE = re.compile(r"(?<=[.!?:;,…])[^\S\n]*\n\s*")
_LINE_END = re.compile(r"\s*\n\s*")


class Piece(NamedTuple):
    """A run of text, marked or not."""

    text: str
    is_marked: bool


class Highlighter:
    """Marks what one query asks for."""

    def __init__(self, query: ParsedQuery):
        self.query = query
        self.folded = {unit.folded for unit in query.asked}
        self.exact = {unit.exact for unit in query.asked}
        self.variants = {variant for unit in query.units for variant in unit.variants}
        self.first_words = {variant[0] for variant in self.variants}

    def whole(self, text: str) -> list[Piece]:
        """Return all of a text (a title), in pieces."""
        words = words_of(text, self.query.language)
        return _pieces(text, 0, len(text), self._marked(words))

    def snippet(self, text: str) -> list[Piece]:
        """Return the part of an entry's body that says most of what is asked, in pieces, with "…" where it is cut.

        It is of one of the body's texts: what a page says does not run on into what its files say, which may well be
        in the other language. Of equal ones the page's own is taken.
        """
        words = words_of(text, self.query.language)[:MAX_WORDS]
        marked = self._marked(words)
        chosen, most = [], (-1, -1)
        for part in _texts(text):
            inside, marked_inside = _within(words, part), _within(marked, part)
            if inside:
                first, worth = self._best_start(inside, marked_inside)
                if worth > most:
                    chosen, most = [text, part, inside, marked_inside, first], worth
        return _cut(*chosen) if chosen else []

    def _marked(self, words: list[Word]) -> list[Word]:
        """Return what is to be marked, in order."""
        in_variants = set()
        for place, word in enumerate(words):
            if word.folded in self.first_words:
                for variant in self.variants:
                    span = words[place : place + len(variant)]
                    if tuple(other.folded for other in span) == variant:
                        in_variants |= set(span)
        found = [word for word in words if word.folded in self.folded or word in in_variants]
        if not self.query.is_accented:
            return found
        exact = [word for word in found if word.exact in self.exact or word in in_variants]
        return exact or found

    def _best_start(self, words: list[Word], marked: list[Word]) -> tuple[int, tuple[int, int]]:
        """Return the place of the word with which the best stretch begins, and its worth.

        That has the most different words of the query, then the most words.
        """
        if not marked:
            return 0, (0, 0)
        number_of = {word.start: place for place, word in enumerate(words)}
        places = [number_of[word.start] for word in marked]
        best, best_worth = places[0], (0, 0)
        inside: dict[str, int] = {}
        left = 0
        for right, place in enumerate(places):
            inside[words[place].folded] = inside.get(words[place].folded, 0) + 1
            while place - places[left] >= SNIPPET_WORDS - 4:
                gone = words[places[left]].folded
                inside[gone] -= 1
                if not inside[gone]:
                    del inside[gone]
                left += 1
            worth = (len(inside), right - left + 1)
            if worth > best_worth:
                best, best_worth = places[left], worth
        # A few words before it, so that it can be understood; none where the text begins close by.
        return max(0, best - 6) if best > 10 else 0, best_worth


def _texts(body: str) -> Iterator[range]:
    """Give the places of each text of a body."""
    start = 0
    for part in body.split(NEXT_TEXT):
        yield range(start, start + len(part))
        start += len(part) + len(NEXT_TEXT)


def _within(words: list[Word], part: range) -> list[Word]:
    """Return those of some words, which are in order, that lie in one text of a body."""
    first, last = (bisect_left(words, place, key=lambda word: word.start) for place in (part.start, part.stop))
    return words[first:last]


def _cut(body: str, part: range, words: list[Word], marked: list[Word], first: int) -> list[Piece]:
    """Return of one text of a body the words from the `first` on that a snippet has room for."""
    last = min(first + SNIPPET_WORDS, len(words)) - 1
    start = part.start if first == 0 else words[first].start
    end = part.stop if last == len(words) - 1 else words[last].end
    pieces = [Piece(_in_one_line(piece.text), piece.is_marked) for piece in _pieces(body, start, end, marked)]
    if start > part.start:
        pieces.insert(0, Piece("… ", False))
    if end < part.stop:
        pieces.append(Piece(" …", False))
    return pieces


def _in_one_line(text: str) -> str:
    """Return a text whose parts are told apart without its line breaks: a heading is no beginning of a sentence."""
    return _LINE_END.sub(" · ", _LINE_END_OF_SENTENCE.sub(" ", text))


def _pieces(text: str, start: int, end: int, marked: list[Word]) -> list[Piece]:
    pieces: list[Piece] = []
    at = start
    for word in marked:
        if word.start < start or word.end > end:
            continue
        between = text[at : word.start]
        # What stands together is marked together.
        if pieces and pieces[-1].is_marked and not between.strip() and "\n" not in between:
            pieces[-1] = Piece(pieces[-1].text + between + text[word.start : word.end], True)
        else:
            if between:
                pieces.append(Piece(between, False))
            pieces.append(Piece(text[word.start : word.end], True))
        at = word.end
    if text[at:end]:
        pieces.append(Piece(text[at:end], False))
    return pieces


def as_html(pieces: list[Piece]) -> SafeString:
    """Return pieces as HTML with `<mark>`."""
    return format_html_join("", "{}{}{}", (_tagged(piece) for piece in pieces))


def _tagged(piece: Piece) -> tuple[str, str, str]:
    return (MARK, piece.text, UNMARK) if piece.is_marked else ("", piece.text, "")


MARK, UNMARK = SafeString("<mark>"), SafeString("</mark>")
