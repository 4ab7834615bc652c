"""What somebody who looks a law document up has typed: a number, parts of one, or words. No queries."""

import re
from dataclasses import dataclass, field

from articles.law.numbers.document_number import DocumentNumber
from articles.law.numbers.flat_text import FlatText
from articles.law.numbers.issuer_codes import CODE_OF_BODY, PRINTED_ISSUERS
from articles.law.numbers.reading import parse
from articles.law.numbers.type_codes import CODE_OF_NAME, PRINTED_TYPES
from articles.lookup_text import MAX_LOOKUP_LENGTH, folded_words
from cms.core.text.folding import fold_number

# What people shorten when they type, folded, and what the records spell out.
ABBREVIATIONS = {
    "bhxh": "bao hiem xa hoi",
    "bhyt": "bao hiem y te",
    "bhtn": "bao hiem that nghiep",
    "atvsld": "an toan ve sinh lao dong",
    "atld": "an toan lao dong",
    "vsld": "ve sinh lao dong",
    "blld": "bo luat lao dong",
    "bltths": "bo luat to tung hinh su",
    "blhs": "bo luat hinh su",
    "blds": "bo luat dan su",
    "bldtbxh": "bo lao dong thuong binh va xa hoi",
    "nld": "nguoi lao dong",
    "nsdld": "nguoi su dung lao dong",
    "hdld": "hop dong lao dong",
    "tuldtt": "thoa uoc lao dong tap the",
    "tuld": "thoa uoc lao dong",
    "qhld": "quan he lao dong",
    "cdcs": "cong doan co so",
    "cdvn": "cong doan viet nam",
    "xpvphc": "xu phat vi pham hanh chinh",
    "vphc": "vi pham hanh chinh",
    "tnld": "tai nan lao dong",
    "bnn": "benh nghe nghiep",
    "ltt": "luong toi thieu",
    "tld": "tong lien doan",
    "ldld": "lien doan lao dong",
}
# Words that a look-up need not find.
_SILENT = frozenset(["so", "nam", "cua", "ngay", "thang", "no", "of", "the", "on", "dated"])
_LETTERS = re.compile(r"[a-z]+(?:&[a-z]+)?")
_GLUED = re.compile(r"(?<![a-z])([a-z]{2,4})(\d{1,5})(?![a-z0-9])")
_SERIAL = re.compile(r"(?<!\w)(\d{1,5})([a-h](?![a-z0-9]))?")
_BESIDE_SEPARATOR = re.compile(r"\d ?/ ?(?:\d{4}|[a-z])|\d ?- ?[a-z]|[a-z] ?/ ?[a-z]")
_YEARS = range(1945, 2100)
# Abbreviations that nobody types as a word of its own.
_TYPE_CODES = {
    fold_number(code).lower(): code
    for code in {*CODE_OF_NAME.values(), "TTLT"}
    if len(code) > 1 and code not in {"BL", "HP"}
}
_NAMES = sorted(CODE_OF_NAME, key=len, reverse=True)
_BODIES = sorted(CODE_OF_BODY, key=len, reverse=True)
_SHORT_ISSUERS = frozenset({"cp", "tw", "tu"})


@dataclass(frozen=True)
class LawLookup:
    """What a look-up asks for. `number`: a whole number. Otherwise `serial`, `year`, `types` (codes) and `issuers`
    (codes) are its parts, as far as they are named; `serial` is "" where the text names none.

    `words`: what else is to be found, each in its spellings, as articles.lookup_text folds them: " bhxh",
    " bao hiem xa hoi". `is_certain`: whether the digits can only be a number's.
    """

    number: DocumentNumber | None = None
    serial: str = ""
    year: str = ""
    types: frozenset[str] = frozenset()
    issuers: frozenset[str] = frozenset()
    words: tuple[tuple[str, ...], ...] = ()
    is_certain: bool = True
    text_words: tuple[tuple[str, ...], ...] = field(default=(), repr=False)


def read_lookup(text: str) -> LawLookup:
    """Return what `text` asks for; what is longer than any look-up is cut."""
    text = text[:MAX_LOOKUP_LENGTH]
    number = parse(text)
    if number is not None:
        return LawLookup(number=number)
    flat = " ".join(_GLUED.sub(_split_glued, FlatText(text).text.lower()).split())
    return _read_parts(flat)


def _read_parts(text: str) -> LawLookup:
    numbers = [(match[1], match[2] or "") for match in _SERIAL.finditer(text)]
    years = [digits for digits, letter in numbers if not letter and len(digits) == 4 and int(digits) in _YEARS]
    serials = [digits + letter for digits, letter in numbers if digits not in years]
    letters = set(_LETTERS.findall(text))
    names = next((frozenset({CODE_OF_NAME[name]}) for name in _NAMES if _has(text, name)), frozenset())
    types = frozenset(_TYPE_CODES[code] for code in letters & set(_TYPE_CODES))
    issuers = {code for code in letters if _is_issuer(code)}
    has_separator = _BESIDE_SEPARATOR.search(text) is not None
    is_number = _is_number(numbers, years, letters, bool(types or names or issuers) or has_separator)
    words = _words(text)
    if not is_number:
        return LawLookup(year=years[-1] if years else "", types=names, words=words)
    rest = text
    for name in _NAMES:
        rest = _without(rest, name)
    bodies = [body for body in _BODIES if _has(rest, body)]
    for phrase in (*bodies, *issuers, *(letters & set(_TYPE_CODES))):
        rest = _without(rest, phrase)
    serial = serials[0]
    year = years[-1] if years else ""
    left = _words(re.sub(r"\d+[a-h]?(?![a-z0-9])", " ", rest))
    named = frozenset(CODE_OF_BODY[body] for body in bodies[:1]) | {PRINTED_ISSUERS[code.upper()] for code in issuers}
    # "Kế hoạch 5 năm" may be plan number 5, or words; "KH 5" is a number.
    is_certain = bool(year or has_separator or types or named)
    return LawLookup(None, serial, year, types or names, frozenset(named), left, is_certain, words)


def _is_number(numbers, years, letters, is_named: bool) -> bool:
    """Whether the first digits of a text are a serial, and not a year, an amount or a count."""
    if not numbers or numbers[0][0] in years:
        return False
    return is_named if letters else len(numbers) == 1 or (len(numbers) == 2 and len(years) == 1)


def _is_issuer(code: str) -> bool:
    return code.upper() in PRINTED_ISSUERS and code not in _TYPE_CODES and (len(code) > 2 or code in _SHORT_ISSUERS)


def _has(text: str, phrase: str) -> bool:
    return re.search(rf"(?<![a-z]){re.escape(phrase)}(?![a-z])", text) is not None


def _without(text: str, phrase: str) -> str:
    return re.sub(rf"(?<![a-z]){re.escape(phrase)}(?![a-z])", " ", text)


def _words(text: str) -> tuple[tuple[str, ...], ...]:
    words = [folded_words(part) for part in text.split() if part not in _SILENT]
    return tuple(
        (word, f" {ABBREVIATIONS[word.strip()]}") if word.strip() in ABBREVIATIONS else (word,)
        for word in words
        if word
    )


def _split_glued(match: re.Match) -> str:
    return f"{match[1]} {match[2]}" if match[1].upper() in PRINTED_TYPES else match[0]
