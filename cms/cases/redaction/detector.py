"""Finds what tells who asked: names, births, numbers of people and insurance, telephones, e-mails, addresses, accounts.

It rather marks too much than too little: people decide, and it only makes them look. Not personal, by decision:
hotlines (1900), the union's own telephones, a ward or a workplace alone, codes of machines, contracts and documents.
"""

import re
from collections.abc import Callable, Collection
from dataclasses import dataclass

from django.db import models
from django.utils.translation import gettext_lazy as _

from cms.cases.redaction.addresses import CAPITALISED, HOME_ADDRESS


class IdentifierKind(models.TextChoices):
    """What kind of identifier something is."""

    NAME = "name", _("name")
    BIRTH_DATE = "birth_date", _("date of birth")
    CITIZEN_ID = "citizen_id", _("citizen identity number")
    OLD_ID = "old_id", _("identity card number")
    SOCIAL_INSURANCE = "social_insurance", _("social insurance number")
    HEALTH_INSURANCE = "health_insurance", _("health insurance number")
    PHONE = "phone", _("telephone")
    EMAIL = "email", _("e-mail")
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


_MONTH = "January|February|March|April|May|June|July|August|September|October|November|December"
_DATE = (
    rf"(?:\d{{1,2}}\s?[-/.]\s?\d{{1,2}}\s?[-/.]\s?\d{{4}}|\d{{1,2}} tháng \d{{1,2}}(?:,? năm)? \d{{4}}"
    rf"|\d{{1,2}}(?:st|nd|rd|th)? (?:{_MONTH}),? \d{{4}}|(?:{_MONTH}) \d{{1,2}},? \d{{4}}|(?<=năm )\d{{4}})"
)
_DIGIT_WORD = (
    "(?:không|một|mốt|hai|ba|bốn|tư|năm|lăm|sáu|bảy|bẩy|tám|chín|zero|oh|one|two|three|four|five|six|seven|eight|nine)"
)
_WORD = rf"[{CAPITALISED}][^\W\d_]*"
_SURNAME = (
    "(?:Nguyễn|Trần|Lê|Phạm|Hoàng|Huỳnh|Phan|Vũ|Võ|Đặng|Bùi|Đỗ|Ngô|Dương|Lý|Đinh|Trịnh|Đoàn|Lương|Mai|Tạ|Hà|Cao|Chu|Tô"
    "|Vương|Lưu|Trương|Tống|Chìu|Tằng|Lục|Nông|Bế|Phùng|Quách|Thái|Châu|Triệu|Lâm|Khổng|Kiều|Từ)"
)
_MONEY = r"(?! ?(?:đồng|đ\b|VND|VNĐ|triệu|nghìn|tỷ))"

# What is found first is not found again as something else. Group 1, where there is one, is the identifier.
_RULES: list[tuple[str, re.Pattern]] = [
    (
        IdentifierKind.EMAIL,
        re.compile(
            r"[\w.+%-]*\w\s?(?:@|[\[({]\s?(?:at|a còng|@)\s?[\])}])\s?[\w-]+"
            r"(?:\.[A-Za-z0-9-]+|\s\.\s?[a-z]{2,}|\s?[\[(](?:dot|chấm)[\])]\s?[A-Za-z]{2,})+"
        ),
    ),
    (
        IdentifierKind.BANK_ACCOUNT,
        re.compile(
            r"(?i:(?:số )?tài khoản|stk|số tk|account(?: number| no\.?)?)[^\d.;\n]{0,30}?((?<!\d)\d(?:[ -]?\d){7,18})"
        ),
    ),
    (
        IdentifierKind.HEALTH_INSURANCE,
        re.compile(r"(?<![A-Za-z])[A-Z]{2}[ -]?\d[ -]?\d{2}[ -]?" + _separated(10) + r"(?!\d)"),
    ),
    (IdentifierKind.CITIZEN_ID, re.compile(r"(?<![\d.])0\d\d(?:[ .\-]?\d{3}){3}(?![\d])|(?<!\d)0\d{11}(?!\d)")),
    (
        IdentifierKind.PHONE,
        re.compile(rf"(?<![\d/.])(?:\(?\+84\)?|84|0)[ .\-]?(?:\(0\))?{_separated(9)}(?:[ .\-]?\d)?(?!\d)"),
    ),
    (IdentifierKind.PHONE, re.compile(rf"(?i)\b{_DIGIT_WORD}(?:[\s,.\-]+{_DIGIT_WORD}){{7,11}}\b")),
    (IdentifierKind.SOCIAL_INSURANCE, re.compile(rf"(?<![\d/.\-])[1-9]\d{{9}}(?!\d){_MONEY}")),
    (
        IdentifierKind.SOCIAL_INSURANCE,
        re.compile(rf"(?i:bảo hiểm xã hội|bhxh|social insurance)[^\d;\n]{{0,25}}({_separated(10)})(?!\d){_MONEY}"),
    ),
    (IdentifierKind.OLD_ID, re.compile(rf"(?<![\d/.\-A-Z])(?<!\d )(?:\d{{9}}|\d{{3}} \d{{3}} \d{{3}})(?!\d){_MONEY}")),
    (
        IdentifierKind.BIRTH_DATE,
        re.compile(rf"(?i:ngày sinh|sinh|born|date of birth|birthday|dob)[^\d.;\n]{{0,14}}?({_DATE})"),
    ),
    (IdentifierKind.ADDRESS, HOME_ADDRESS),
    (
        IdentifierKind.NAME,
        re.compile(
            r"(?:(?i:họ và tên|họ tên|tên(?: (?:tôi|em|cháu|mình|con))?|tên là|tôi là|em là|chủ tài khoản|chủ thẻ"
            r"|my name|holder(?: is me)?|i am|name)(?i:(?: tôi)?(?: là| is|:|,)?)"
            rf"):?,? ({_WORD}(?: {_WORD}){{1,5}})"
        ),
    ),
    (IdentifierKind.NAME, re.compile(rf"(?<!\w){_SURNAME}(?: {_WORD}){{2,4}}")),
]
_NOT_PEOPLE = frozenset({"Hồ Chí Minh", "Tôn Đức Thắng"})

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
            group = 1 if pattern.groups else 0
            start, end = match.span(group)
            if any(start < other.end and other.start < end for other in found):
                continue
            if _is_meant(kind, match[group], own):
                found.append(Finding(str(kind), start, end))
    return sorted(found, key=lambda finding: finding.start)


def _is_meant(kind: str, text: str, own: Collection[str]) -> bool:
    if kind == IdentifierKind.PHONE:
        return _digits(text) not in own
    return text not in _NOT_PEOPLE


def _digits(text: str) -> str:
    return "".join(letter for letter in text if letter.isdigit())
