"""How the parts of a number are put together: what a serial, a year and a row of codes mean."""

import re
from dataclasses import dataclass, replace

from articles.law.numbers.code import Code
from articles.law.numbers.document_number import DocumentNumber
from articles.law.numbers.following_codes import system_of, take_joint, take_unit
from articles.law.numbers.issuer_codes import ALONE, LETTER_ONLY, NOT_ISSUERS, PRINTED_ISSUERS, is_organ, is_union
from articles.law.numbers.systems import NumberSystem
from articles.law.numbers.type_codes import JOINT_CODES, PRINTED_TYPES, printed_type


@dataclass(frozen=True)
class Reading:
    """A number, and how many of the codes it took."""

    number: DocumentNumber
    length: int


def read_codes(serial: str, year: str, year_before: str, codes: list[Code], context: str = "") -> Reading | None:
    """Return what serial, year ("" if none) and codes are together, or None if they are no number.

    `year_before`: the separator before the year. `context`: the type code that the words before the number name, or
    "". Codes at the end that do not belong to the number are left over.
    """
    if not codes:
        return None
    if codes[0].before == " ":
        if len(codes) < 2 or codes[0].folded not in PRINTED_TYPES or not codes[1].is_issuer:
            return None
        # "Quyết định số 1908 QĐ-TLĐ": the slash was left out.
        codes = [replace(codes[0], before="-" if codes[1].before == "/" else "/", is_apart=False), *codes[1:]]
    if year:
        # With a year there is one form: 15/2025/NĐ-CP, also for who writes 15-2025-NĐ-CP.
        year_before, codes = "/", [replace(codes[0], before="/"), *codes[1:]]
    start = _Start(serial, year, year_before, context)
    for form in (_read_assembly, _read_typed, _read_alone, _read_letter):
        reading = form(start, codes)
        if reading is not None:
            return reading
    return None


@dataclass(frozen=True)
class _Start:
    serial: str
    year: str
    year_before: str
    context: str

    @property
    def full_year(self) -> int | None:
        if len(self.year) != 2:
            return int(self.year) if self.year else None
        return int(self.year) + (1900 if int(self.year) >= 45 else 2000)

    def print(self, *parts: str) -> str:
        year = f"{self.year_before}{self.year}" if self.year else ""
        return f"{self.serial}{year}{''.join(parts)}"


def _read_assembly(start: _Start, codes: list[Code]) -> Reading | None:
    """91/2025/QH15, 755/2005/NQ-UBTVQH11, 51-LCT/HĐNN8."""
    type_code = PRINTED_TYPES.get(codes[0].folded, "") if len(codes) > 1 and codes[1].is_assembly else ""
    code = codes[1] if type_code else codes[0]
    if not code.is_assembly or (len(start.year) != 4 and not type_code):
        return None
    body = re.sub(r"K?\d+$", "", code.printed)
    parts = [codes[0].before, type_code, code.before, code.printed] if type_code else [code.before, code.printed]
    length = 2 if type_code else 1
    issuers = [body]
    if type_code == "NQLT":
        others = take_joint(codes[2:])
        length += len(others)
        for other in others:
            parts += [other.before, other.printed]
            issuers.append(other.printed)
    number = DocumentNumber(
        start.print(*parts),
        NumberSystem.NATIONAL_ASSEMBLY,
        start.serial,
        start.full_year,
        type_code,
        tuple(issuers),
    )
    return Reading(number, length)


def _read_typed(start: _Start, codes: list[Code]) -> Reading | None:
    """15/2025/NĐ-CP, 3041/QĐ-BNN-TCCB, 1563/CTr-TLĐ, 02-NQ/TW, 01/2016/TTLT-BTP-BCA-BTC."""
    codes = _split_glued(codes)
    first = codes[0]
    type_code = printed_type(first.typed or first.plain)
    if not type_code or len(codes) < 2:
        return None
    second = codes[1]
    is_known = second.is_issuer
    if len(start.year) == 2 and not (is_known and second.before != " "):
        return None
    if not is_known and (second.before == " " or not _may_be_issuer(second, first, start.context)):
        return None
    if first.folded == "CD" and not is_known and first.before == "/" and second.before == "-":
        # A letter of a trade union (công đoàn) by one of its units: 12/CĐ-CSPL. Telegrams are of known bodies.
        return None
    separator = second.before
    if separator == " ":
        separator = "/" if first.before == "-" else "-"
    before = first.before
    if before == separator == "-":
        # Hyphens alone ("12-HD-TU") are the form of no system, but of addresses.
        is_party = system_of(second, "-", "/") == NumberSystem.PARTY
        before, separator = ("-", "/") if is_party else ("/", "-")
    parts = [before, type_code, separator, second.printed]
    rest = codes[2:]
    if first.folded in JOINT_CODES:
        more = take_joint(rest)
        issuers = [second.printed, *(code.printed for code in more)]
        unit = ""
    else:
        more = take_unit(rest)
        issuers, unit = [second.printed], "-".join(code.printed for code in more)
    for code in more:
        parts += [code.before, code.printed]
    system = NumberSystem.STATE if type_code == "SL" else system_of(second, before, separator)
    number = DocumentNumber(start.print(*parts), system, start.serial, start.full_year, type_code, tuple(issuers), unit)
    # What was glued together was one code of the text.
    glued = int(first.typed == "")
    return Reading(number, 2 + len(more) - glued)


def _read_alone(start: _Start, codes: list[Code]) -> Reading | None:
    """63/CP, 236-HĐBT, 29-SL, 556/TTg, Quyết định 327-CT: before 1996, without type and year."""
    code = codes[0]
    is_chairman = code.folded == "CT" and start.context == "QĐ"
    if not (code.folded in ALONE or is_chairman) or start.year or _goes_on(codes):
        return None
    is_capital = any(letter.isupper() for letter in code.plain)
    if not (is_capital or start.context) or (code.is_apart and not start.context):
        return None
    type_code, issuers = "", (code.printed,)
    if code.folded == "SL":
        if code.before == "/" and start.context != "SL":
            return None
        type_code, issuers = "SL", ("CTN",)
    elif code.folded == "TTLB":
        type_code, issuers = "TTLB", ()
    printed = start.print(code.before, code.printed)
    return Reading(DocumentNumber(printed, NumberSystem.STATE, start.serial, None, type_code, issuers), 1)


def _read_letter(start: _Start, codes: list[Code]) -> Reading | None:
    """2266/LĐTBXH-QHLĐTL, 789/TLĐ-ToC: official letters, and circulars of the old form 13/LĐTBXH-TT."""
    code = codes[0]
    if len(codes) < 2 or start.year or (code.is_apart and not start.context):
        return None
    is_known = code.is_issuer or code.folded in LETTER_ONLY or is_union(code.folded)
    if not (is_known and (code.is_acronym or start.context)) and not (start.context and code.is_acronym):
        return None
    if code.before != "/" and not start.context:
        return None
    units = take_unit(codes[1:], start.context)
    if not units:
        return None
    last = units[-1].folded
    # "TT" behind a ministry is its inspectorate, unless the words before say that this is a circular.
    type_code = PRINTED_TYPES.get(last, "") if PRINTED_TYPES.get(last) == start.context else ""
    unit = "" if type_code and len(units) == 1 else "-".join(unit.printed for unit in units)
    parts = [code.before, code.printed]
    for unit_code in units:
        parts += [unit_code.before, type_code if type_code and unit_code is units[-1] else unit_code.printed]
    number = DocumentNumber(
        start.print(*parts),
        NumberSystem.UNION if is_union(code.folded) or is_organ(code.folded) else NumberSystem.STATE,
        start.serial,
        type_code=type_code,
        issuers=(code.printed,),
        unit=unit,
    )
    return Reading(number, 1 + len(units))


def _may_be_issuer(code: Code, type_code: Code, context: str) -> bool:
    """Whether an unknown code behind a type is an issuer: written in capitals, or named by the words before."""
    if code.folded in NOT_ISSUERS or (code.is_apart and not context):
        return False
    if any(letter.isupper() for letter in type_code.plain):
        return code.is_acronym and len(code.plain) > 1
    return bool(context) and not code.is_apart and len(code.plain) > 1


def _goes_on(codes: list[Code]) -> bool:
    """Whether a second code hangs on the first without a space: then the first does not stand alone."""
    return len(codes) > 1 and not codes[1].is_apart and codes[1].before != " "


def _split_glued(codes: list[Code]) -> list[Code]:
    """Return "NĐCP" as "NĐ", "CP": the hyphen was forgotten. The first of the two then has no `typed`."""
    first = codes[0]
    if first.folded in PRINTED_TYPES or first.is_issuer or first.is_assembly:
        return codes
    for cut in range(len(first.plain) - 2, 1, -1):
        head, tail = first.folded[:cut], first.folded[cut:]
        if head in PRINTED_TYPES and tail in PRINTED_ISSUERS:
            separator = "/" if first.before == "-" else "-"
            return [
                Code(first.plain[:cut], "", first.before, first.is_apart),
                Code(first.plain[cut:], first.plain[cut:], separator),
                *codes[1:],
            ]
    return codes
