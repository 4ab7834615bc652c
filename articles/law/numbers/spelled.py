"""References that spell a number out: "Nghị định số 145 năm 2020 của Chính phủ", "Decree No. 145 of 2020"."""

import re
from collections.abc import Iterator

from articles.law.numbers.document_number import DocumentNumber
from articles.law.numbers.grammar import Code, read_codes
from articles.law.numbers.issuer_codes import CODE_OF_BODY
from articles.law.numbers.type_codes import CODE_OF_NAME
from cms.core.text.folding import fold_number

_SPACE = r"[ \n]{1,3}"


def _any_of(names) -> str:
    ordered = sorted(names, key=len, reverse=True)
    return "|".join(re.escape(name).replace(r"\ ", _SPACE) for name in ordered)


_NOT_NUMBERED = ("hien phap", "constitution", "sac lenh")
_CODE_OF_TYPE = {name: code for name, code in CODE_OF_NAME.items() if name not in _NOT_NUMBERED} | {"nd": "NĐ"}
_TYPES = _any_of(_CODE_OF_TYPE)
_BODIES = _any_of(CODE_OF_BODY)
_SERIAL = r"(?P<serial>\d{1,5}[a-h]?)"
_YEAR = r"(?P<{0}>(?:19|20)\d\d)"
_DAY = rf"ngay{_SPACE}\d{{1,2}} ?[/.-] ?\d{{1,2}} ?[/.-] ?"
_LONG_DAY = rf"ngay{_SPACE}\d{{1,2}}{_SPACE}thang{_SPACE}\d{{1,2}}{_SPACE}nam{_SPACE}"
_END = r"(?![A-Za-z0-9_]|[/-]\w|[.,]\d)"
_SHORT_YEAR = rf" ?/ ?{_YEAR.format('y1')}(?![ \n]?[/-][ \n]?\w)"
_LONG_YEAR = rf"{_SPACE}(?:,{_SPACE})?(?:nam{_SPACE}|{_DAY}|{_LONG_DAY}){_YEAR.format('y2')}"
_VIETNAMESE = re.compile(
    rf"(?<![A-Za-z])(?P<type>{_TYPES}){_SPACE}(?P<sign>so[:.]?{_SPACE}?)?{_SERIAL}"
    rf"(?:{_SHORT_YEAR}|{_LONG_YEAR})?(?:{_SPACE}cua{_SPACE}(?P<body>{_BODIES}))?{_END}",
    re.IGNORECASE,
)
_ENGLISH_DAY = rf"\d{{1,2}}{_SPACE}[A-Z][a-z]+{_SPACE}"
_ENGLISH_YEAR = rf"{_SPACE}(?:of|from|dated){_SPACE}(?:{_ENGLISH_DAY})?{_YEAR.format('y2')}"
_ENGLISH_BODY = rf"(?:the{_SPACE})?(?:Viet{_SPACE}?nam(?:ese)?{_SPACE})?(?P<body>{_BODIES})"
_ENGLISH = re.compile(
    rf"(?<![A-Za-z])(?P<type>{_TYPES}){_SPACE}(?P<sign>(?:no|number)\.?{_SPACE}?)?{_SERIAL}"
    rf"(?:{_SHORT_YEAR}|{_ENGLISH_YEAR}|{_SPACE}?\({_YEAR.format('y3')}\))?"
    rf"(?:{_SPACE}(?:of|by|issued by){_SPACE}{_ENGLISH_BODY})?{_END}",
    re.IGNORECASE,
)
# Terms of the National Assembly by the year in which they began: the number of a law names its term.
_TERMS = ((1992, 9), (1997, 10), (2002, 11), (2007, 12), (2011, 13), (2016, 14), (2021, 15), (2026, 16))
# From this serial on, decisions of the Prime Minister of one year are not normative, and carry no year.
_NORMATIVE_DECISIONS = 100
# "Kế hoạch 5 năm 2021", "code 12 of 2020": without "số" or "No." these count something else.
_COUNTED = frozenset({"KH", "CTr", "BC", "BL"})


def find_spelled(text: str) -> Iterator[tuple[int, int, DocumentNumber]]:
    """Give (start, end, number) of the references in a flat text that name type, serial and year or body."""
    for pattern in (_VIETNAMESE, _ENGLISH):
        for match in pattern.finditer(text):
            number = _number_of(match.groupdict())
            if number is not None:
                yield match.start(), match.end(), number


def _number_of(parts: dict[str, str | None]) -> DocumentNumber | None:
    type_code = _CODE_OF_TYPE[_plain(parts["type"])]
    year = parts.get("y1") or parts.get("y2") or parts.get("y3") or ""
    body = CODE_OF_BODY.get(_plain(parts.get("body") or ""), "")
    if not year and body not in {"TW", "TU"}:
        return None
    if not parts["y1"] and _plain(parts["type"]) == "nd":
        return None
    if parts["sign"] is None and not parts["y1"] and type_code in _COUNTED:
        return None
    return spell(parts["serial"], year, type_code, body, is_short=bool(parts.get("y1")))


def spell(serial: str, year: str, type_code: str, body: str, *, is_short: bool = False) -> DocumentNumber | None:
    """Return the number that serial, year, type and body name together, None if they leave it open.

    `is_short`: the year is part of the number ("28/2023").
    """
    if type_code in {"L", "BL", "PL"} or (type_code == "NQ" and body in {"QH", "UBTVQH"}):
        term = _term_of(int(year)) if year else 0
        council = "UBTVQH" if body == "UBTVQH" or type_code == "PL" else "QH"
        return _read(serial, year, "/", [f"{council}{term}"]) if term else None
    if type_code == "NĐ" and year and body in {"", "CP"}:
        return _read(serial, year, "/", ["NĐ", "CP"])
    if not body:
        return None
    if body in {"TW", "TU"}:
        if type_code in {"NQ", "CT", "KL", "QĐ", "QyĐ", "HD", "TB", "KH", "CTr"}:
            printed = "QĐ" if type_code == "QyĐ" else type_code
            return _read(serial.zfill(2), "", "-", [printed, body])
        return None
    has_year = (
        is_short
        or type_code in {"TT", "TTLT"}
        or (body == "TTg" and int(re.sub(r"\D", "", serial)) < _NORMATIVE_DECISIONS)
    )
    if type_code == "CT" or body in {"TLĐ", "LĐLĐ"} or (type_code == "NQ" and body == "CP"):
        has_year = is_short
    return _read(serial, year if has_year else "", "/", [type_code, body])


def _read(serial: str, year: str, first: str, codes: list[str]) -> DocumentNumber | None:
    separators = [first, "/" if first == "-" else "-"]
    read = read_codes(
        serial,
        year,
        "/",
        [
            Code(fold_number(code) if code.isupper() else code.replace("Đ", "D"), code, before)
            for code, before in zip(codes, separators, strict=False)
        ],
        "",
    )
    return read.number if read is not None else None


def _term_of(year: int) -> int:
    return max((term for begin, term in _TERMS if begin <= year), default=0)


def _plain(words: str) -> str:
    return re.sub(r"\s+", " ", words.lower())
