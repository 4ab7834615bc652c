"""Where a document's number and what an editor entered beside it say different things: warnings, never errors."""

from collections.abc import Iterable, Iterator
from datetime import date

from django.utils.translation import gettext as _

from articles.law.document_type import DocumentType
from articles.law.numbers.document_number import DocumentNumber
from articles.law.numbers.issuer_codes import CODE_OF_BODY
from articles.law.numbers.reading import is_without_number, parse
from articles.law.numbers.systems import NumberSystem
from cms.core.text.folding import fold, fold_number

# What a number of the National Assembly may be; it does not say which.
_OF_ASSEMBLY = frozenset(
    {
        *(DocumentType.CONSTITUTION, DocumentType.CODE, DocumentType.LAW, DocumentType.RESOLUTION),
        *(DocumentType.JOINT_RESOLUTION, DocumentType.ORDINANCE, DocumentType.ORDER, DocumentType.OTHER),
    }
)
_NUMBERED_BY_ASSEMBLY = frozenset({DocumentType.CODE, DocumentType.LAW, DocumentType.ORDINANCE})


def find_disagreements(
    number_text: str, document_type: str, issue_date: date | None, issuer_names: Iterable[str]
) -> Iterator[str]:
    """Give a sentence for each disagreement, in the active language; none for a document without number.

    `issuer_names`: the Vietnamese names of the issuing bodies.
    """
    if is_without_number(number_text):
        return
    number = parse(number_text)
    if number is None:
        yield _("The number “%(number)s” fits no system of numbers known here. Compare it with the document.") % {
            "number": number_text
        }
        return
    yield from _of_type(number, document_type)
    yield from _of_year(number, issue_date)
    yield from _of_issuers(number, [fold(name) for name in issuer_names])


def _of_type(number: DocumentNumber, document_type: str) -> Iterator[str]:
    types = number.document_types
    is_assembly = number.system == NumberSystem.NATIONAL_ASSEMBLY
    if is_assembly and not types:
        types = tuple(_OF_ASSEMBLY)
    if types and document_type and document_type not in types:
        if is_assembly and not number.type_code:
            yield _("%(number)s is a number of the National Assembly, but the type is “%(type)s”.") % {
                "number": number.printed,
                "type": DocumentType(document_type).label,
            }
        else:
            yield _("The number says “%(code)s” (%(expected)s), but the type is “%(type)s”.") % {
                "code": number.type_code,
                "expected": types[0].label,
                "type": DocumentType(document_type).label,
            }
    elif document_type in _NUMBERED_BY_ASSEMBLY and number.system in {NumberSystem.UNION, NumberSystem.PARTY}:
        yield _(
            "A document of the type “%(type)s” has a number of the National Assembly, not of a union or the Party."
        ) % {"type": DocumentType(document_type).label}


def _of_year(number: DocumentNumber, issue_date: date | None) -> Iterator[str]:
    if number.year and issue_date and number.year != issue_date.year:
        yield _("The number says %(year)d, but the date of issue is in %(issued)d.") % {
            "year": number.year,
            "issued": issue_date.year,
        }


def _of_issuers(number: DocumentNumber, names: list[str]) -> Iterator[str]:
    if not names:
        return
    if len(number.issuers) > 1 and len(number.issuers) != len(names):
        yield _("The number names %(count)d issuing bodies, but %(entered)d are entered.") % {
            "count": len(number.issuers),
            "entered": len(names),
        }
    for code in number.issuers:
        expected = _names_of(code)
        if expected and not any(name.startswith(body) or body in name for name in names for body in expected):
            yield _("The number names “%(code)s” as its issuer, which none of the issuing bodies entered is.") % {
                "code": code
            }


def _names_of(code: str) -> list[str]:
    """Return the folded names of a body, [] if its code is not known well enough to judge."""
    folded = fold_number(code)
    names = [body for body, body_code in CODE_OF_BODY.items() if fold_number(body_code) == folded]
    # "TW" are many bodies of the Party, "BTC" two; a ministry that was merged goes by its successor's name.
    return [] if folded in {"TW", "BTC", "BCT", "BLDTBXH"} else names
