"""A document's number, read: what it says of the document."""

from dataclasses import dataclass

from articles.law.document_type import DocumentType
from articles.law.numbers.systems import NumberSystem
from articles.law.numbers.type_codes import TYPES_OF_CODE
from cms.core.text.folding import fold_number

_SEPARATORS = str.maketrans("/", "-")


def separator_free(folded_number: str) -> str:
    """Return a folded number with hyphens for slashes: what "02-NQ/TW" and "02/NQ-TW" have in common."""
    return folded_number.translate(_SEPARATORS)


@dataclass(frozen=True)
class DocumentNumber:
    """`printed`: the number in its canonical spelling. `serial`: "15", "9c", "02", as printed.

    `type_code`: "NĐ", or "" where the number does not say. `year`: None where it does not say. `issuers`: codes, more
    than one in joint documents; `unit`: the part of the issuer that wrote it, or "".
    """

    printed: str
    system: NumberSystem
    serial: str
    year: int | None = None
    type_code: str = ""
    issuers: tuple[str, ...] = ()
    unit: str = ""

    @property
    def folded(self) -> str:
        return fold_number(self.printed)

    @property
    def key(self) -> str:
        return separator_free(self.folded)

    @property
    def issuer(self) -> str:
        return "-".join(self.issuers)

    @property
    def document_types(self) -> tuple[DocumentType, ...]:
        """The types a document of this number may have; empty if the number does not say."""
        return TYPES_OF_CODE.get(self.type_code, ())
