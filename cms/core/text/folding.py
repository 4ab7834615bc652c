"""Folded text: what two spellings of the same Vietnamese words, or of the same law number, have in common."""

import re
import unicodedata

# Đ has no decomposition in Unicode. Old fonts and keyboards write the look-alikes Ð (eth) and Ɖ (African d) for it.
_D_WITH_STROKE = str.maketrans("ĐđÐðƉɖ", "DdDdDd")

# Mn, Me: tone and vowel marks after decomposition. Cf, Cs: invisible characters inside words.
_DROPPED_CATEGORIES = frozenset({"Mn", "Me", "Cf", "Cs"})

_SLASHES = re.compile(r"[/\\\u2044\u2215\u29F8]+")
# U+2010–U+2015 are Unicode's dashes, U+2043 a hyphen bullet, U+2212 the minus sign, U+2E3A/B long dashes; U+00AD
# stands for a hyphen in text copied from PDF files.
_HYPHENS = re.compile(r"[-\u00AD\u2010-\u2015\u2043\u2212\u2E3A\u2E3B]+")
_WHITESPACE = re.compile(r"\s+")


class _DroppedCharacters(dict[int, int | None]):
    """A `str.translate` table that looks a character's category up once and keeps the answer."""

    def __missing__(self, code_point: int) -> int | None:
        category = unicodedata.category(chr(code_point))
        is_control = category == "Cc" and not chr(code_point).isspace()
        self[code_point] = None if is_control or category in _DROPPED_CATEGORIES else code_point
        return self[code_point]


_DROPPED = _DroppedCharacters()


def _without_marks(text: str) -> str:
    # Compatibility decomposition (NFKD) also opens full-width letters, ligatures and superscripts ("m²" is "m2").
    return unicodedata.normalize("NFKD", text.translate(_D_WITH_STROKE)).translate(_DROPPED)


def fold(text: str) -> str:
    """Return `text` for search and look-up: no accents, đ as d, case folded, white space collapsed, ends stripped.

    "Công  Đoàn" and "cong doan" fold to the same string, so do NFC and NFD and both styles of placing a tone mark
    (hóa, hoá). Punctuation stays. Folding twice gives the same as once.
    """
    # Case folding may bring new marks ("İ" becomes i and a dot above), hence the second pass.
    folded = _without_marks(_without_marks(text).casefold())
    return " ".join(folded.split())


def fold_number(text: str) -> str:
    """Return a law document's number for look-up: "15/2025/nđ – cp" and "15/2025/NĐ-CP" give "15/2025/ND-CP".

    Upper case, Đ as D, no accents, no white space; every hyphen or dash (and a run of them) is "-", every slash is
    "/". Nothing is judged: "Không số" gives "KHONGSO", an empty text an empty string. Folding twice gives the same.
    """
    # Before marks are dropped: the soft hyphen is one of the characters that fall with them.
    text = _HYPHENS.sub("-", text)
    folded = _without_marks(_without_marks(text).upper())
    # Again: decomposition turns full-width and small forms into the plain hyphen.
    folded = _WHITESPACE.sub("", folded)
    return _SLASHES.sub("/", _HYPHENS.sub("-", folded))
