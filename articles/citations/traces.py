"""Whether a text can name a law document at all: a quick look, before the thorough one.

Most paragraphs name none. What is said no to here, find_numbers and find_titles find nothing in: each pattern below is
a wider form of what they begin with, on the same flat text.
"""

import re
import string

from articles.law.numbers.flat_text import FlatText
from articles.law.numbers.type_codes import CODE_OF_NAME

_SOFT_HYPHEN = "\u00ad"
_NAMES_END = sorted({name.split()[-1] for name in [*CODE_OF_NAME, "nd"]})
_LAST_WORDS = "|".join(map(re.escape, _NAMES_END))
_FIGURES = re.compile(r"\d+")
# "15/2025", "36-HD", "28a/2020": a slash or hyphen behind the serial.
_BEHIND = re.compile(r"[a-h]?\s{0,2}[/-]", re.IGNORECASE)
# "số 63 CP"; "Nghị định 145 năm 2020", "Decree No. 145 of 2020": a sign or a type before it.
_BEFORE = re.compile(
    rf"(?:(?:so|no\.)[: ]{{1,2}}|(?:{_LAST_WORDS})s?\s+(?:(?:so|no|number)[:.]?\s*)?)\Z", re.IGNORECASE
)
# How all of that ends, but for signs and spaces: most figures stand behind something else.
_ENDS_BEFORE = tuple({word.lower() + plural for word in _NAMES_END for plural in ("", "s")} | {"so", "no", "number"})
_LONGEST_BEFORE = 30
_SIGNS = f":.{string.whitespace}\x1c\x1d\x1e\x1f"
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
        if _BEHIND.match(flat, figures.end()):
            return True
        before = flat[max(0, figures.start() - _LONGEST_BEFORE) : figures.start()]
        if before.lower().rstrip(_SIGNS).endswith(_ENDS_BEFORE) and _BEFORE.search(before):
            return True
    return bool(_YEAR.search(flat) and _ACT.search(flat))
