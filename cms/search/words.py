"""What the search engine takes for words: where they stand in a text, how they are written, what they fold to.

Of each word there are two keys. The folded one is the same for all spellings: no accents, đ as d, i for y where both
are written (kĩ, kỹ), English endings cut. The exact one keeps every accent, wherever the tone mark stands (hoà, hòa),
in ASCII: as the VNI keyboard writes them, "công" is "co6ng", "hòa" "hoa2". Letters and figures are words of their
own, so that "QH15" and "QH 15", "02-NQ" and "2 NQ" are the same.
"""

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

from cms.core.text.folding import fold
from cms.core.text.nfc import to_nfc
from cms.search.english import stem

# Texts are NFC; a mark that no letter composes with stays inside its word.
_WORD = re.compile(r"(?:[^\W\d_][\u0300-\u036f]*)+|\d+")
_I_AS_Y = re.compile(r"^(h|k|l|m|s|t|qu)y(?=\d?$)")
_VOWEL_MARKS = {"\u0302": "6", "\u031b": "7", "\u0306": "8"}
_TONES = {"\u0301": "1", "\u0300": "2", "\u0309": "3", "\u0303": "4", "\u0323": "5"}
_NOT_ASCII = re.compile(r"[^a-z0-9]")
_FIGURES = re.compile(r"\d+")
_MAX_LENGTH = 40


class Word(NamedTuple):
    """A word of a text: from `start` to `end` (offsets of characters), and its two keys."""

    start: int
    end: int
    exact: str
    folded: str

    @property
    def has_marks(self) -> bool:
        """Whether it is written with an accent or đ."""
        return not self.exact.isdigit() and any(character.isdigit() for character in self.exact)


class Keys(NamedTuple):
    """The two keys of a word, wherever it stands."""

    exact: str
    folded: str


def words_of(text: str, language: str) -> list[Word]:
    """Return the words of a text in NFC, in order."""
    return [Word(found.start(), found.end(), *_keys(found.group(), language)) for found in _WORD.finditer(text)]


def keys_of(text: str, language: str) -> list[Keys]:
    """Return the keys of a text's words, in order: what of `words_of` an index needs."""
    return [_keys(word, language) for word in _WORD.findall(text)]


def folded_words(text: str, language: str) -> tuple[str, ...]:
    return tuple(word.folded for word in words_of(to_nfc(text), language))


@lru_cache(maxsize=100_000)
def _keys(word: str, language: str) -> Keys:
    exact = exact_key(word)
    return Keys(exact, folded_key(exact, language))


@lru_cache(maxsize=100_000)
def exact_key(word: str) -> str:
    """Return the exact key of one word of a text."""
    if word.isdigit():
        # Figures of other scripts too; "02" is "2".
        return (fold(word).lstrip("0") or "0")[:_MAX_LENGTH]
    letters, tone = [], ""
    for character in unicodedata.normalize("NFD", word.casefold().replace("đ", "d9")):
        if character in _TONES:
            tone = _TONES[character]
        else:
            letters.append(_VOWEL_MARKS.get(character, character))
    key = _NOT_ASCII.sub(_spelled_out, fold("".join(letters)))
    return _I_AS_Y.sub(r"\1i", f"{key}{tone}")[:_MAX_LENGTH]


@lru_cache(maxsize=100_000)
def folded_key(exact: str, language: str) -> str:
    """Return the folded key of a word whose exact key is `exact`."""
    if exact.isdigit():
        return exact
    plain = _I_AS_Y.sub(r"\1i", _FIGURES.sub("", exact)) or exact
    return stem(plain) if language == "en" else plain


def _spelled_out(found: re.Match) -> str:
    """Return a letter of another script in ASCII letters alone: figures are accents here."""
    return "z" + format(ord(found.group()), "x").translate(str.maketrans("0123456789", "ghijklmnop"))
