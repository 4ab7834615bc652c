"""Whether a text can name a law document at all: a quick look, before the thorough one.

Most paragraphs name none. What is said no to here, find_numbers and find_titles find nothing in: each pattern below is
a wider form of what they begin with, on the same flat text.
"""

import re

from articles.law.numbers.flat_text import FlatText
from articles.law.numbers.type_codes import CODE_OF_NAME

_SOFT_HYPHEN = "\u00ad"
_LAST_WORDS = "|".join(sorted({re.escape(name.split()[-1]) for name in [*CODE_OF_NAME, "nd"]}))
_FIGURES = re.compile(r"\d+")
# "15/2025", "36-HD", "28a/2020": a slash or hyphen behind the serial.
_BEHIND = re.compile(r"[a-h]?\s{0,2}[/-]", re.IGNORECASE)
# "số 63 CP"; "Nghị định 145 năm 2020", "Decree No. 145 of 2020": a sign or a type before it.
_BEFORE = re.compile(
    rf"(?:(?:so|no\.)[: ]{{1,2}}|(?:{_LAST_WORDS})s?\s+(?:(?:so|no|number)[:.]?\s*)?)\Z", re.IGNORECASE
)
_LONGEST_BEFORE = 30
_YEAR = re.compile(r"(?:19|20)\d\d")
_ACT = re.compile(r"luat|phap lenh|law on|code", re.IGNORECASE)


class _FlatCharacters(dict[int, str]):
    """A `str.translate` table that makes a character flat once and keeps the answer."""

    def __missing__(self, code_point: int) -> str:
        self[code_point] = FlatText(chr(code_point)).text
        return self[code_point]


_FLAT = _FlatCharacters()


def may_cite(text: str) -> bool:
    """Return False only where neither a number nor a title with its year can be found."""
    if _SOFT_HYPHEN in text:
        # What it stands for depends on what follows it.
        return True
    flat = text.translate(_FLAT)
    for figures in _FIGURES.finditer(flat):
        if _BEHIND.match(flat, figures.end()) or _BEFORE.search(flat[: figures.start()][-_LONGEST_BEFORE:]):
            return True
    return bool(_YEAR.search(flat) and _ACT.search(flat))
