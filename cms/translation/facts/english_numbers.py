"""English numbers: 12,675; 91.6; 1.2 billion; twelve billion five hundred million; twenty-first; 16th."""

import re
from fractions import Fraction

DIGITS = r"(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:[.,]\d+)+|\d+)(?!\d)"

_SMALL_WORDS = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
    *("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
_SMALL_ORDINALS = (
    *("zeroth", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"),
    *("eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth"),
    "nineteenth",
)
_TENS_WORDS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_SCALES = {
    **{"hundred": 100, "thousand": 10**3, "k": 10**3, "million": 10**6, "m": 10**6, "mn": 10**6},
    **{"billion": 10**9, "bn": 10**9, "trillion": 10**12, "dozen": 12},
}
_VALUES = {word: value for value, word in enumerate(_SMALL_WORDS)}
_VALUES |= {word: 10 * value for value, word in enumerate(_TENS_WORDS, start=2)}
_ORDINALS = {word: value for value, word in enumerate(_SMALL_ORDINALS)}
_ORDINALS |= {word[:-1] + "ieth": 10 * value for value, word in enumerate(_TENS_WORDS, start=2)}
_SCALE_ORDINALS = {"hundredth": 100, "thousandth": 10**3, "millionth": 10**6}


def _any(words) -> str:
    return "(?:" + "|".join(sorted(words, key=len, reverse=True)) + ")"


_SMALL = _any([*_SMALL_WORDS, *_SMALL_ORDINALS])
_BELOW_HUNDRED = (
    rf"(?:{_any(_TENS_WORDS)}(?:[\s-]{_SMALL}(?!\w))?|{_any(w[:-1] + 'ieth' for w in _TENS_WORDS)}|{_SMALL})"
)
_GROUP = rf"(?:(?:{_BELOW_HUNDRED}|an?)[\s-]hundred(?:th)?(?:\s(?:and\s)?{_BELOW_HUNDRED}(?!\w))?|{_BELOW_HUNDRED})"
_SCALE = (
    r"(?:[\s-]?(?:thousand|million|billion|trillion|dozen)(?:th)?(?!\w)"
    r"|(?<=\d)\s?(?:k|mn|bn)(?!\w)|(?<=\d)(?-i:M)(?!\w))"
)
_WITH_SCALE = rf"(?:{DIGITS}|{_GROUP}|half\sa|an?)(?:\s?{_SCALE})+"

NUMBER = (
    rf"(?:{_WITH_SCALE}(?:,?\s(?:and\s)?{_WITH_SCALE})*(?:,?\s(?:and\s)?{_GROUP}(?!\w))?"
    rf"|{DIGITS}(?:st|nd|rd|th)?(?:\shundred(?!\w))?|{_GROUP}(?!\w))"
)
# Days, quarters, months: up to two digits, or the words for them, also as ordinals.
SMALL = rf"(?:\d{{1,2}}(?:st|nd|rd|th)?(?!\d)|{_BELOW_HUNDRED}(?!\w))"

_ATOM = re.compile(rf"(?P<digits>{DIGITS})(?:st|nd|rd|th)?|(?P<word>[a-z]+)", re.IGNORECASE)
_WELL_FORMED = re.compile(r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?")


def from_digits(text: str) -> Fraction | None:
    """Return what "12,675" or "91.6" means; None where the marks are not English ("91,6", "1.200.000")."""
    if not _WELL_FORMED.fullmatch(text):
        return None
    return Fraction(re.sub(r",", "", text))


def value_of(text: str) -> Fraction | None:
    """Return the value of a text that NUMBER or SMALL matches; None where its marks cannot be read."""
    total, group, scaled = Fraction(0), Fraction(0), Fraction(0)
    for atom in _ATOM.finditer(text):
        word = (atom["word"] or "").lower()
        scale = _SCALES.get(word) or _SCALE_ORDINALS.get(word)
        if atom["digits"]:
            digits = from_digits(atom["digits"])
            if digits is None:
                return None
            total, group, scaled = total + scaled, digits, Fraction(0)
        elif word == "half":
            group = Fraction(1, 2)
        elif scale == 100:
            group = (group or 1) * 100
        elif scale:
            group, scaled = Fraction(0), (scaled or group or 1) * scale
        elif word in _VALUES or word in _ORDINALS:
            if scaled:
                total, scaled = total + scaled, Fraction(0)
            group += _VALUES.get(word, _ORDINALS.get(word, 0))
    return total + scaled + group


def small(text: str) -> int:
    """Return the number of a day, a quarter or an hour."""
    return int(value_of(text))
