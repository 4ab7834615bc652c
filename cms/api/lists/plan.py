"""The SQL of a list, made once per kind of question.

Django's queryset says which items and in what order; its SQL is made once and kept, for making it costs ten times what
running it does. One statement then reads the published sequence and a page's texts together. A page is cut from keys
alone, and its texts are read afterwards: otherwise a database would read every text before it sorts.
"""

from dataclasses import dataclass, field
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import CharField, F, Func, QuerySet

from cms.api.lists.bound import Hole
from cms.api.lists.keyset import Key, after, order_by
from cms.delivery.models import DeliveredItem, DeliverySequence

ITEMS, SEQUENCE = DeliveredItem._meta.db_table, DeliverySequence._meta.db_table


class Unindexed(Func):
    """A text that no index is to be searched by: of an item's few rows all are looked at, not each of many types."""

    template = "(%(expressions)s || '')"
    output_field = CharField()


def of_types(rows: QuerySet, types: tuple[str, ...]) -> QuerySet:
    """Keep the delivered rows of these types."""
    if len(types) == 1:
        return rows.filter(type=types[0])
    return rows.alias(type_name=Unindexed(F("type"))).filter(type_name__in=types)


@dataclass(frozen=True)
class Sql:
    """A statement and its parameters, some of them holes (see bound)."""

    text: str
    parameters: tuple[Any, ...] = ()


@dataclass
class Plan:
    """A list, as far as it does not depend on where its page starts.

    `queryset` holds what is narrowed, delivered items only; `ordering` are arguments for `order_by`, `keys` the same as
    columns, None where there are none. `column` is the store's text that is read: "listing", or "" for none.
    """

    queryset: QuerySet
    types: tuple[str, ...]
    audiences: tuple[str, ...]
    ordering: tuple
    keys: tuple[Key, ...] | None
    column: str
    _pages: dict[tuple[bool, ...] | None, Sql | None] = field(default_factory=dict)
    _count: Sql | None = None

    def page(self, nulls: tuple[bool, ...] | None = None) -> Sql | None:
        """Return the statement of a page; its last parameters are limit and offset. None: there is nothing.

        With `nulls` it starts after the item whose keys are bound, and `nulls` says which of them have no value.
        Rows are (epoch, number, place, id, digest, type, locale, text, keys …); of an empty page one with nulls.
        """
        if nulls not in self._pages:
            self._pages[nulls] = self._page(nulls)
        return self._pages[nulls]

    def _page(self, nulls: tuple[bool, ...] | None) -> Sql | None:
        queryset = self.queryset if nulls is None else self.queryset.filter(after(self.keys, nulls))
        keys = self.keys or ()
        names = [f"key_{number}" for number in range(len(keys))]
        columns = {"object_key": F("pk"), **dict(zip(names, (F(key.path) for key in keys), strict=True))}
        ordering = order_by(keys) if keys else self.ordering
        inner = _compile(queryset.annotate(**columns).order_by(*ordering).values(*columns))
        if inner is None:
            return None
        text = bytes_of(f"d.{self.column}") if self.column else "''"
        own = "".join(f", k.{name}" for name in names)
        conditions, values = self._rows()
        return Sql(
            f"SELECT s.epoch, s.value, p.* FROM {SEQUENCE} s LEFT JOIN ("
            f"SELECT k.place, d.id, d.digest, d.type, d.locale, {text} AS text{own} FROM ("
            f"SELECT page.*, ROW_NUMBER() OVER () AS place FROM ({inner.text} LIMIT %s OFFSET %s) page) k "
            # Keys first: said like this, SQLite reads the rows of these keys and not these keys of all rows.
            f"CROSS JOIN {ITEMS} d WHERE d.object_id = k.object_key AND {conditions}"
            f") p ON 1 = 1 WHERE s.id = {DeliverySequence.PK} ORDER BY p.place",
            (*inner.parameters, Hole("limit"), Hole("offset"), *values),
        )

    def _rows(self) -> tuple[str, tuple]:
        types, audiences = (", ".join(["%s"] * len(names)) for names in (self.types, self.audiences))
        # See Unindexed.
        name = "d.type" if len(self.types) == 1 else "(d.type || '')"
        return f"{name} IN ({types}) AND d.is_live AND d.audience IN ({audiences})", (*self.types, *self.audiences)

    def count(self) -> Sql:
        """Return an expression for the number of all items."""
        if self._count is None:
            inner = _compile(self.queryset.order_by().values("pk"))
            self._count = Sql(f"(SELECT COUNT(*) FROM ({inner.text}) counted)", inner.parameters) if inner else Sql("0")
        return self._count


def bytes_of(column: str) -> str:
    """Return a text column as it is stored where a database can give that: it is what is sent."""
    return f"CAST({column} AS BLOB)" if connection.vendor == "sqlite" else column


def second_statement(count: Sql | None, items: int) -> Sql:
    """Return what reads the rest: the total if `count` is given, and the documents of so many rows by their ids.

    Rows are (epoch, number, total, last change, digest, type, document); without items one row.
    """
    total = count.text if count else "NULL"
    ids = ", ".join(["%s"] * items) or "NULL"
    return Sql(
        f"SELECT s.epoch, s.value, {total}, s.changed_at, d.digest, d.type, d.document FROM {SEQUENCE} s "
        f"LEFT JOIN {ITEMS} d ON d.id IN ({ids}) WHERE s.id = {DeliverySequence.PK}",
        count.parameters if count else (),
    )


def _compile(queryset: QuerySet) -> Sql | None:
    """Return a queryset's SQL; None where Django knows beforehand that nothing can fit."""
    try:
        return Sql(*queryset.query.get_compiler(connection=connection).as_sql())
    except EmptyResultSet:
        return None
