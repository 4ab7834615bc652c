"""Text in plain letters, each of which knows where in the original it stood."""

import unicodedata
from bisect import bisect_left

_PLAIN = {
    **dict.fromkeys("đðɖ", "d"),
    **dict.fromkeys("ĐÐƉ", "D"),
    **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2043\u2212\u2e3a\u2e3b\ufe58\ufe63\uff0d", "-"),
    **dict.fromkeys("\\\u2044\u2215\u29f8\uff0f", "/"),
    **dict.fromkeys("’‘", "'"),
}
_SOFT_HYPHEN = "\u00ad"


class FlatText:
    """`text`: no accents, one kind of hyphen, slash and space; capitals stay, line ends stay as "\\n"."""

    def __init__(self, original: str):
        self.original = original
        characters: list[str] = []
        self._places: list[int] = []
        for place, character in enumerate(original):
            for plain in _flatten(character, original[place + 1 : place + 2]):
                characters.append(plain)
                self._places.append(place)
        self.text = "".join(characters)

    def place(self, start: int, end: int) -> tuple[int, int]:
        """Return the span in the original of a span of `text`, with the marks that belong to its last letter."""
        last = self._places[end - 1] + 1
        while last < len(self.original) and unicodedata.category(self.original[last]) == "Mn":
            last += 1
        return self._places[start], last

    def flat_position(self, place: int) -> int:
        """Return the position in `text` of a place in the original."""
        return bisect_left(self._places, place)

    def read(self, start: int, end: int) -> str:
        """Return the original of a span of `text`, in NFC."""
        first, last = self.place(start, end)
        return unicodedata.normalize("NFC", self.original[first:last])


def _flatten(character: str, following: str) -> str:
    if character.isascii():
        return " " if character in "\t\r\v\f" else _PLAIN.get(character, character)
    if character in _PLAIN:
        return _PLAIN[character]
    if character == _SOFT_HYPHEN:
        # Text copied from a PDF has it where the page shows a hyphen; inside a word it is invisible.
        return "-" if following.isupper() or following.isdigit() else ""
    if character.isspace():
        return "\n" if character in "\u2028\u2029\x85" else " "
    category = unicodedata.category(character)
    if category in {"Mn", "Me", "Cf", "Cs"}:
        return ""
    decomposed = unicodedata.normalize("NFKD", character)
    return "".join(
        _PLAIN.get(part, part) for part in decomposed if unicodedata.category(part) not in {"Mn", "Me", "Cf"}
    )
