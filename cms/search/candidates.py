"""Which entries are weighed: all that match if they are few, else the likeliest and newest, found in SQL.

Every list is ordered by date and cut, so that what a search costs depends on what it matches up to these limits, and
no longer beyond them; and both databases choose the same.
"""

from collections.abc import Iterable
from datetime import datetime
from typing import NamedTuple

from django.db import connection
from django.db.models import QuerySet
from django.db.models.expressions import RawSQL

from cms.search.matching import Matches
from cms.search.query import ParsedQuery, Unit

# If no more match, all are weighed, and counted one by one.
MAX_WEIGHED = 200
# Of each of four kinds, if more do.
MAX_OF_A_KIND = 60
# Frequencies are counted up to here: what is in more entries is common.
COMMON = 2_000
MANY = 4 * COMMON
# For queries that no entry answers whole.
MAX_LOOSE = 100
NEWEST_FIRST = ("-date", "-id")


class Candidate(NamedTuple):
    """An entry to be weighed, and what it can be narrowed by."""

    pk: int
    type: str
    object_id: int
    topic: str
    topic_label: str
    year: int
    date: datetime
    sequence: str


FIELDS = ("pk", *Candidate._fields[1:])


def load(entries: QuerySet) -> list[Candidate]:
    return [Candidate(*values) for values in entries.order_by().values_list(*FIELDS)]


def counts(querysets: Iterable[tuple[QuerySet, int]]) -> list[int]:
    """Return how many entries each has, counted up to its limit; one statement."""
    selects, params = [], []
    for queryset, limit in querysets:
        sql, own = _sql(queryset.order_by().values("pk")[:limit])
        selects.append(f"(SELECT COUNT(*) FROM ({sql}) AS counted)")
        params += own
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {', '.join(selects)}", params)
        return list(cursor.fetchone())


def likeliest(entries: QuerySet, query: ParsedQuery) -> QuerySet:
    """Return some of the many entries that have all asked words: the newest of each kind, the best kinds first."""
    kinds = ["in_title", "anywhere"]
    if query.is_accented:
        kinds += ["in_title_exactly", "anywhere_exactly"]
    lists = [entries.filter(Matches(query.all_of(where))).order_by(*NEWEST_FIRST)[:MAX_OF_A_KIND] for where in kinds]
    parts, params = [], []
    for queryset in lists:
        sql, own = _sql(queryset.values("pk"))
        parts.append(f"SELECT * FROM ({sql}) AS kind")
        params += own
    return entries.filter(pk__in=RawSQL(" UNION ".join(parts), params))


def loose(entries: QuerySet, weighed_units: list[tuple[Unit, float]], *, is_accented: bool) -> QuerySet:
    """Return the entries that have the weightiest of these words, whether or not they have them all."""
    parts, params = [], []
    for unit, weight in weighed_units:
        conditions = [(unit.anywhere(), 1.0), (unit.in_title(), 1.0)]
        if is_accented:
            conditions.append((unit.anywhere_exactly(), 0.5))
        for condition, share in conditions:
            newest = entries.filter(Matches(condition)).order_by(*NEWEST_FIRST)[:COMMON]
            sql, own = _sql(newest.values_list("pk", "date"))
            # Whole numbers: their sums are the same in any order.
            parts.append(f"SELECT entry, moment, {int(weight * share * 1000)} AS points FROM ({_named(sql)}) AS found")
            params += own
    sql = (
        f"SELECT entry FROM (SELECT entry, MAX(moment) AS newest, SUM(points) AS points "
        f"FROM ({' UNION ALL '.join(parts)}) AS listed GROUP BY entry "
        f"ORDER BY points DESC, newest DESC, entry DESC LIMIT {MAX_LOOSE}) AS chosen"
    )
    return entries.filter(pk__in=RawSQL(sql, params))


def _named(sql: str) -> str:
    return f"SELECT id AS entry, date AS moment FROM ({sql}) AS numbered"


def _sql(queryset: QuerySet) -> tuple[str, list]:
    sql, params = queryset.query.sql_with_params()
    return sql, list(params)
