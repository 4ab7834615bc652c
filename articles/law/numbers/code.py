"""One of the codes that a number is put together from: "NĐ", "CP", "TCCB"."""

import re
from dataclasses import dataclass

from articles.law.numbers.issuer_codes import PRINTED_ISSUERS

_ASSEMBLY = re.compile(r"(QH|UBTVQH|TVQH)(K?\d{1,2})?")
_OLD_ASSEMBLY = re.compile(r"(HDNN)K?\d")
# What a unit's abbreviation may look like: TCCB, K2ĐT, ToC, GDTrH, VX4, V9.
_ACRONYM = re.compile(r"(?=[^a-z]*[A-Z])(?:[A-Z0-9&]|[a-z](?=[A-Z0-9]|$)|[a-z]{2}(?=[A-Z]|$)){1,16}")


@dataclass(frozen=True)
class Code:
    """One of the codes of a number. `plain`: without accents, as typed; `typed`: as typed, in NFC.

    `before`: the separator before it ("/", "-" or " "); `is_apart`: whether spaces stand around that separator;
    `is_broken`: whether a line ends behind it.
    """

    plain: str
    typed: str
    before: str
    is_apart: bool = False
    is_broken: bool = False

    @property
    def folded(self) -> str:
        return self.plain.upper()

    @property
    def is_acronym(self) -> bool:
        return bool(_ACRONYM.fullmatch(self.plain))

    @property
    def is_issuer(self) -> bool:
        return self.folded in PRINTED_ISSUERS

    @property
    def is_assembly(self) -> bool:
        return bool(_ASSEMBLY.fullmatch(self.folded) or _OLD_ASSEMBLY.fullmatch(self.folded))

    @property
    def printed(self) -> str:
        if self.folded in PRINTED_ISSUERS:
            return PRINTED_ISSUERS[self.folded]
        if self.is_assembly:
            return self.folded.replace("HDNN", "HĐNN")
        typed = self.typed.replace("Ð", "Đ").replace("ð", "đ").replace("Ɖ", "Đ").replace("ɖ", "đ")
        return typed if any(letter.isupper() for letter in typed) else typed.upper()
