"""A look-up as a condition on law documents, and how near to it each of them is."""

from django.db.models import Case, IntegerField, Q, QuerySet, Value, When
from django.db.models.functions import Replace

from articles.law.law_lookup import LawLookup
from articles.law.numbers.document_number import DocumentNumber
from articles.law.numbers.type_codes import TYPES_OF_CODE
from cms.core.text.folding import fold_number

ALL = Q(pk__gt=0)


def keep_looked_up(documents: QuerySet, lookup: LawLookup, in_texts: Q) -> QuerySet:
    """Return the documents that a look-up asks for, with the alias `lookup_rank`: the lower, the nearer.

    `in_texts` is the condition that all its words are in a document's texts. A whole number gives the documents of that
    number and nothing else.
    """
    if lookup.number is not None:
        return _numbered(documents, lookup.number)
    if not lookup.serial:
        says = _says(lookup.words)
        return _ranked(documents.filter(says | in_texts), says & _is_meant(lookup), says)
    asked = _has_parts(lookup)
    if lookup.is_certain:
        return _ranked(documents.filter(asked), _says(lookup.words))
    says = _says(lookup.text_words)
    return _ranked(documents.filter(asked | says | in_texts), asked, says)


def _numbered(documents: QuerySet, number: DocumentNumber) -> QuerySet:
    # "2-NQ/TW" is "02-NQ/TW".
    keys = {number.key, f"0{number.key}", number.key.lstrip("0")}
    # Who leaves the unit out still means the document: 3041/QĐ-BNN for 3041/QĐ-BNN-TCCB.
    with_unit = Q(*(("number_key__startswith", f"{key}-") for key in keys), _connector=Q.OR)
    key = Replace("number_folded", Value("/"), Value("-"))
    is_same = Q(number_key__in=keys)
    return _ranked(documents.alias(number_key=key).filter(is_same | with_unit), is_same)


def _has_parts(lookup: LawLookup) -> Q:
    serials = {lookup.serial, lookup.serial.lstrip("0") or "0", lookup.serial.zfill(2)}
    starts = [f"{serial.upper()}{separator}" for serial in serials for separator in "/-"]
    asked = Q(*(("number_folded__startswith", start) for start in starts), _connector=Q.OR)
    if lookup.year:
        asked &= Q(number_folded__contains=f"/{lookup.year}/") | Q(issue_date__year=int(lookup.year))
    if lookup.types:
        asked &= _is_of_type(lookup)
    for issuer in lookup.issuers:
        asked &= _contains(issuer, "/", "") | _contains(issuer, "-", "")
    return asked


def _is_of_type(lookup: LawLookup) -> Q:
    asked = Q(document_type__in=_types(lookup))
    for code in lookup.types:
        asked |= _contains(code, "/", "-") | _contains(code, "-", "/")
    return asked


def _contains(code: str, before: str, after: str) -> Q:
    return Q(number_folded__contains=f"{before}{fold_number(code)}{after}")


def _types(lookup: LawLookup) -> set[str]:
    return {value for code in lookup.types for value in TYPES_OF_CODE[code]}


def _is_meant(lookup: LawLookup) -> Q:
    """What words alone mean first: the act of that type and year, before what only speaks of it."""
    near = ALL
    if lookup.types:
        near &= Q(document_type__in=_types(lookup))
    if lookup.year:
        near &= Q(issue_date__year=int(lookup.year))
    return near


def _says(words: tuple[tuple[str, ...], ...]) -> Q:
    asked = ALL
    for spellings in words:
        asked &= Q(*(("lookup_text__contains", spelling) for spelling in spellings), _connector=Q.OR)
    return asked


def _ranked(documents: QuerySet, *nearest: Q) -> QuerySet:
    """Rank documents by the first of these conditions that they fulfil."""
    cases = [When(condition, then=Value(place)) for place, condition in enumerate(nearest)]
    rank = Case(*cases, default=Value(len(nearest)), output_field=IntegerField())
    return documents.alias(lookup_rank=rank)
