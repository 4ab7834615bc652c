"""What a catalogue knows of each document: the values it is counted by, and the days it is sorted by.

Read as plain text and made values of once for each that occurs: of 20,000 documents most say the same.
"""

from collections import defaultdict
from datetime import date
from typing import NamedTuple
from uuid import UUID

from django.db.models import CharField, QuerySet, Value
from django.db.models.functions import Cast

from articles.law.law_document_parts import LawDocumentField, LawDocumentIssuer
from articles.law.law_status_period import LawStatusPeriod
from articles.law.status import LawStatus

# The facets that are the same on every day.
FACETS = ("document_type", "issuer", "field", "number_system", "year")
STATUS = "status"


class Facts(NamedTuple):
    """Of one document. Days are whole numbers (see `day_number`), None where there is none.

    `key` is its translation key in hexadecimal, of which a list has one page; `values` are (facet, value as addresses
    write it), `periods` (start, until, status).
    """

    key: str
    values: tuple[tuple[str, str], ...]
    periods: tuple[tuple[int, int | None, str], ...]
    issued: int | None
    effective: int | None

    def status_on(self, day: int) -> str:
        for start, until, status in self.periods:
            if start <= day and (until is None or day < until):
                return status
        return LawStatus.UNKNOWN.value


def day_number(day: date) -> int:
    """Return 20260315 for 15 March 2026."""
    return day.year * 10_000 + day.month * 100 + day.day


def read_facts(documents: QuerySet) -> dict[int, Facts]:
    """Return the facts of documents by primary key; three queries."""
    own = ("document_type", "number_system", _text("issue_date"), _text("effective_date"))
    rows = list(documents.order_by().values_list("pk", _text("translation_key"), *own))
    if not rows:
        return {}
    among = documents.order_by().values("pk")
    named: dict[int, list[tuple[str, str]]] = defaultdict(list)
    terms = _Kept(lambda asked: (asked[0], str(UUID(asked[1]))))
    for pk, facet, key in _terms(among):
        named[pk].append(terms[facet, key])
    days, same = _Kept(_day), _Kept(lambda value: value)
    periods: dict[int, list[tuple]] = defaultdict(list)
    found = LawStatusPeriod.objects.filter(document__in=among).order_by()
    for pk, start, until, status in found.values_list("document", _text("start"), _text("until"), "status"):
        periods[pk].append(same[days[start], days[until], status])
    return {
        pk: Facts(
            key.replace("-", ""),
            same[*_own_values(document_type, number_system, issued), *sorted(set(named.get(pk, ())))],
            same[tuple(sorted(periods.get(pk, ())))],
            days[issued],
            days[effective],
        )
        for pk, key, document_type, number_system, issued, effective in rows
    }


def _terms(among: QuerySet) -> QuerySet:
    """Return (primary key, facet, key) of each term that one of these documents has."""
    rows = [
        model.objects.filter(law_document__in=among)
        .order_by()
        .annotate(facet=Value(facet, CharField()), key=_text(f"{facet}__translation_key"))
        .values_list("law_document", "facet", "key")
        for model, facet in ((LawDocumentIssuer, "issuer"), (LawDocumentField, "field"))
    ]
    return rows[0].union(*rows[1:], all=True)


class _Kept(dict):
    """What `make` gives for a key, made once."""

    def __init__(self, make):
        super().__init__()
        self._make = make

    def __missing__(self, key):
        self[key] = self._make(key)
        return self[key]


def _text(name: str) -> Cast:
    return Cast(name, CharField())


def _day(text: str | None) -> int | None:
    return int(text.replace("-", "")) if text else None


def _own_values(document_type: str, number_system: str, issued: str | None) -> list[tuple[str, str]]:
    own = (("document_type", document_type), ("number_system", number_system), ("year", (issued or "")[:4]))
    return [(facet, value) for facet, value in own if value]
