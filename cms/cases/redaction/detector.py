"""Finds what tells who asked: names, births, numbers of people and insurance, ways to reach them, homes, accounts.

It rather marks too much than too little: people decide, and it only makes them look. Not personal, by decision:
hotlines (1900), the union's own telephones, a ward or a workplace alone, codes of machines, contracts and documents.
"""

import re
from collections.abc import Callable, Collection
from dataclasses import dataclass

from django.db import models
from django.utils.translation import gettext_lazy as _

from cms.cases.redaction.addresses import HOME_ADDRESS
from cms.cases.redaction.births import BIRTH_DATE
from cms.cases.redaction.names import NAMES, is_nobody
from cms.cases.redaction.reaching import EMAILS, PROFILE, telephones


class IdentifierKind(models.TextChoices):
    """What kind of identifier something is."""

    NAME = "name", _("name")
    BIRTH_DATE = "birth_date", _("date of birth")
    CITIZEN_ID = "citizen_id", _("citizen identity number")
    OLD_ID = "old_id", _("identity card number")
    PASSPORT = "passport", _("passport number")
    SOCIAL_INSURANCE = "social_insurance", _("social insurance number")
    HEALTH_INSURANCE = "health_insurance", _("health insurance number")
    PHONE = "phone", _("telephone")
    EMAIL = "email", _("e-mail")
    PROFILE = "profile", _("page in a social network")
    ADDRESS = "address", _("address")
    BANK_ACCOUNT = "bank_account", _("bank account")


@dataclass(frozen=True)
class Finding:
    """`text[start:end]` is an identifier of this kind."""

    kind: str
    start: int
    end: int


def _separated(count: int) -> str:
    """Return the pattern of so many digits, a space, dot or hyphen between any two of them."""
    return rf"\d(?:[ .\-]?\d){{{count - 1}}}"


_MONEY = r"(?! ?(?:đồng|đ\b|VND|VNĐ|triệu|nghìn|tỷ))"


def _in_groups(count: int, size: int) -> re.Pattern:
    """Return the pattern of so many digits, the first of them 0, in groups of one size."""
    return re.compile(rf"(?<![\d.])0\d{{{size - 1}}}(?:[ .\-]\d{{{size}}}){{{count // size - 1}}}(?![ .\-]?\d)")


def _announced(words: str, count: int) -> re.Pattern:
    """Return the pattern of so many digits, grouped in any way, behind words that say what they are."""
    return re.compile(rf"(?i:(?<!\w)(?:{words})(?!\w))[^\d;\n]{{0,30}}({_separated(count)})(?![ .\-]?\d){_MONEY}")


# What is found first is not found again as something else. The group, where there is one, is the identifier.
_RULES: list[tuple[str, re.Pattern]] = [
    *((IdentifierKind.EMAIL, pattern) for pattern in EMAILS),
    (IdentifierKind.PROFILE, PROFILE),
    (
        IdentifierKind.BANK_ACCOUNT,
        re.compile(
            r"(?i:(?:số )?tài khoản|(?<!\w)stk|(?<!\w)tk|account(?: number| no\.?)?)"
            r"[^\d.;\n]{0,30}?((?<!\d)\d(?:[ -]?\d){7,18})"
        ),
    ),
    (
        IdentifierKind.HEALTH_INSURANCE,
        re.compile(r"(?<![A-Za-z])[A-Z]{2}[ -]?\d[ -]?\d{2}[ -]?" + _separated(10) + r"(?!\d)"),
    ),
    (IdentifierKind.CITIZEN_ID, re.compile(r"(?<![\d.])0\d\d(?:[ .\-]?\d{3}){3}(?![\d])|(?<!\d)0\d{11}(?!\d)")),
    *((IdentifierKind.CITIZEN_ID, _in_groups(12, size)) for size in (1, 2, 4, 6)),
    (IdentifierKind.CITIZEN_ID, _announced("cccd|căn cước|can cuoc|định danh|dinh danh|citizen|id|identity", 12)),
    (IdentifierKind.OLD_ID, _announced("cmnd|cmtnd|cmt|chứng minh|chung minh|id|identity", 9)),
    (IdentifierKind.SOCIAL_INSURANCE, _announced("bảo hiểm xã hội|bhxh|bao hiem xa hoi|social insurance", 10)),
    (IdentifierKind.PASSPORT, re.compile(r"(?i:hộ chiếu|passport)[^.;\n]{0,20}?(?<!\w)([A-Z]{1,2}\s?\d{6,8})(?!\d)")),
    (IdentifierKind.PASSPORT, re.compile(r"(?<![\w/-])[A-Z]\d{7}(?!\w)")),
    *((IdentifierKind.PHONE, pattern) for pattern in telephones()),
    (IdentifierKind.SOCIAL_INSURANCE, re.compile(rf"(?<![\d/.\-])[1-9]\d{{9}}(?!\d){_MONEY}")),
    (IdentifierKind.OLD_ID, re.compile(rf"(?<![\d/.\-A-Z])(?<!\d )(?:\d{{9}}|\d{{3}} \d{{3}} \d{{3}})(?!\d){_MONEY}")),
    (IdentifierKind.BANK_ACCOUNT, re.compile(r"(?<![\w/.-])[1-9]\d{11,18}(?!\d)")),
    (IdentifierKind.BIRTH_DATE, BIRTH_DATE),
    (IdentifierKind.ADDRESS, HOME_ADDRESS),
    *((IdentifierKind.NAME, pattern) for pattern in NAMES),
]

_own_telephones: list[Callable[[], Collection[str]]] = []


def register_own_telephones(numbers: Callable[[], Collection[str]]) -> None:
    """Say which telephones are the organisation's own, and so tell nothing of who asked."""
    _own_telephones.append(numbers)


def own_telephones() -> set[str]:
    return {_digits(number) for numbers in _own_telephones for number in numbers()} - {""}


def find_identifiers(text: str, own: Collection[str] | None = None) -> list[Finding]:
    """Return what tells who asked, in order, none over another. `own`: telephones that are nobody's, digits only."""
    own = own_telephones() if own is None else own
    found: list[Finding] = []
    for kind, pattern in _RULES:
        for match in pattern.finditer(text):
            group = match.lastindex or 0
            start, end = match.span(group)
            if any(start < other.end and other.start < end for other in found):
                continue
            if _is_meant(kind, match[group], own):
                found.append(Finding(str(kind), start, end))
    return sorted(found, key=lambda finding: finding.start)


def _is_meant(kind: str, text: str, own: Collection[str]) -> bool:
    if kind == IdentifierKind.PHONE:
        return _digits(text) not in own
    return kind != IdentifierKind.NAME or not is_nobody(text)


def _digits(text: str) -> str:
    return "".join(letter for letter in text if letter.isdigit())
