"""A reader's query, understood: its words, what else they may be called, and how much each of them says."""

from collections.abc import Iterable
from dataclasses import dataclass

from cms.core.text.nfc import clean_text
from cms.search.little_words import is_little
from cms.search.matching import All, AnyOf, phrase
from cms.search.words import Word, folded_words, words_of

MAX_LENGTH = 200
# Beyond this many words a query is a text.
MAX_WORDS = 24
LITTLE_WEIGHT = 0.15


def normalise_query(text: str) -> str:
    """Return what a reader typed as one line of NFC text, cut to a length that is a query."""
    return " ".join(clean_text(text).split())[:MAX_LENGTH].strip()


@dataclass(frozen=True)
class Unit:
    """A word of the query. `variants` are the phrases (folded words) that may stand for it."""

    folded: str
    exact: str
    is_little: bool
    variants: tuple[tuple[str, ...], ...] = ()

    def anywhere(self) -> AnyOf:
        return AnyOf((f"a{self.folded}", *map(phrase, self.variants)))

    def anywhere_exactly(self) -> AnyOf:
        return AnyOf((f"e{self.exact}", *map(phrase, self.variants)))

    def in_title(self) -> AnyOf:
        return AnyOf((f"t{self.folded}", *(phrase(variant, in_title=True) for variant in self.variants)))

    def in_title_exactly(self) -> AnyOf:
        return AnyOf((f"x{self.exact}", *(phrase(variant, in_title=True) for variant in self.variants)))


@dataclass(frozen=True)
class ParsedQuery:
    """`units` are all its words, `asked` those that must be found; both empty where there is nothing to search for."""

    text: str
    language: str
    units: tuple[Unit, ...]
    is_accented: bool

    @property
    def asked(self) -> tuple[Unit, ...]:
        return tuple(unit for unit in self.units if not unit.is_little) or self.units

    def all_of(self, where: str) -> All:
        """Return the condition that every asked word is there; `where` names one of a Unit's conditions."""
        return All(tuple(dict.fromkeys(getattr(unit, where)() for unit in self.asked)))


def parse(text: str, language: str, groups: Iterable[Iterable[str]] = ()) -> ParsedQuery:
    """Understand a query. `groups` are groups of phrases that mean the same."""
    text = normalise_query(text)
    words = words_of(text, language)[:MAX_WORDS]
    is_accented = any(word.has_marks for word in words)
    variants = _variants(words, language, groups)
    units = tuple(
        Unit(word.folded, word.exact, is_little(word, language, is_accented=is_accented), variants.get(place, ()))
        for place, word in enumerate(words)
    )
    return ParsedQuery(text, language, units, is_accented)


def _variants(words: list[Word], language: str, groups: Iterable[Iterable[str]]) -> dict[int, tuple]:
    """Return, by the place of a word, the phrases that may stand for what it is part of; long phrases before short."""
    known: dict[tuple[str, ...], list] = {}
    for group in groups:
        phrases = {line: words_of(line, language) for line in group}
        for line, own in phrases.items():
            others = [folded_words(other, language) for other in phrases if other != line]
            known.setdefault(tuple(word.folded for word in own), []).append((own, [other for other in others if other]))
    longest = max(map(len, known), default=0)
    found: dict[int, tuple] = {}
    for length in range(min(longest, len(words)), 0, -1):
        for start in range(len(words) - length + 1):
            span = range(start, start + length)
            typed = words[start : start + length]
            if any(place in found for place in span):
                continue
            alternatives = [
                other
                for own, others in known.get(tuple(word.folded for word in typed), [])
                if all(_is_spelled(word, meant) for word, meant in zip(typed, own, strict=True))
                for other in others
            ]
            if alternatives:
                found |= dict.fromkeys(span, tuple(dict.fromkeys(alternatives)))
    return found


def _is_spelled(typed: Word, meant: Word) -> bool:
    """Whether a typed word can be the one meant: typed with other accents it is another."""
    return not typed.has_marks or typed.exact == meant.exact
