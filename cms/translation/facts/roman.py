"""Roman numerals up to 39: enough for terms, chapters, regions and centuries."""

import re

_NUMERAL = re.compile(r"X{0,3}(?:IX|IV|V?I{0,3})")
_VALUES = {"I": 1, "V": 5, "X": 10}


def from_roman(text: str) -> int | None:
    """Return the number that a numeral in capitals means, None where it is none."""
    if not text or not _NUMERAL.fullmatch(text):
        return None
    values = [_VALUES[letter] for letter in text]
    return sum(-value if after > value else value for value, after in zip(values, [*values[1:], 0], strict=True))
