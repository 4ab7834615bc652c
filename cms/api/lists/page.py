"""Reading one page of a list: one statement, two where a total or a document is not known yet.

Totals are kept per question and number of the published sequence; so are the places where pages began, so that a walk
through a long list by `offset` does not count its way from the start each time.
"""

from bisect import bisect_right, insort
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any, NamedTuple

from django.db import connection

from cms.api.lists.bound import fill
from cms.api.lists.cursor import value_of
from cms.api.lists.keyset import bind
from cms.api.lists.plan import Plan, Sql, second_statement
from cms.core.addresses import site_root_url
from cms.core.memory import Memory

# What is known of the document with a digest, None if nothing is.
Recall = Callable[[str], Any]

# So many items are counted as fast as a place is found; places nearer to each other are not worth their memory.
SPACING = 250
MAX_PLACES = 400


class Row(NamedTuple):
    """One item of a page; `text` is the store's own (some databases give bytes), "" where the plan reads none."""

    id: int
    digest: str
    type: str
    locale: str
    text: str | bytes


@dataclass
class Head:
    """What is known of a list at one number of the published sequence."""

    epoch: str
    number: int
    total: int
    last_modified: datetime | None
    root: str
    # The offsets whose preceding item is known, in order, and that item's keys.
    offsets: list[int] = field(default_factory=list)
    places: dict[int, tuple] = field(default_factory=dict)

    def remember(self, offset: int, keys: tuple) -> None:
        """Remember the keys of the item before `offset`, if no place near it is known."""
        if offset - self.nearest(offset)[0] >= SPACING and len(self.offsets) < MAX_PLACES:
            self.places[offset] = keys
            insort(self.offsets, offset)

    def nearest(self, offset: int) -> tuple[int, tuple | None]:
        """Return the last known place at or before `offset`: (its offset, the keys before it)."""
        found = bisect_right(self.offsets, offset)
        return (self.offsets[found - 1], self.places[self.offsets[found - 1]]) if found else (0, None)


@dataclass(frozen=True)
class Page:
    """`last` holds the last item's keys where another page follows; `root` is the site's own address.

    `known` maps digests to what the caller knew of them, `documents` the others to their texts.
    """

    rows: list[Row]
    total: int
    last_modified: datetime | None
    last: tuple | None
    root: str
    known: dict[str, Any]
    documents: dict[str, str]


_heads = Memory(512)


class Reader:
    """Reads pages of one plan. `name` is the question's own among all questions; None keeps nothing."""

    def __init__(self, plan: Plan, name: tuple | None, values: dict[str, Any], *, may_skip: bool = True):
        self.plan, self.name, self.values, self.may_skip = plan, name, values, may_skip
        self.head: Head | None = _heads.get(name) if name is not None else None

    def by_offset(self, limit: int, offset: int, recall: Recall | None = None) -> Page:
        """Return the page from `offset` on.

        With `recall`, which gives what is known of a digest, the documents of the others are read.
        """
        start, keys, may_skip = 0, None, self.may_skip and self.plan.keys and limit > 0
        if may_skip and self.head is not None:
            start, keys = self.head.nearest(offset)
        # One item more on the left where its keys are worth knowing.
        before = 1 if may_skip and offset - start >= SPACING else 0
        raw = self._read(keys, limit + before, offset - start - before)
        if keys is not None and not self._is_of_head(raw):
            # The list has changed since: places may have moved.
            before = 1
            raw = self._read(None, limit + 1, offset - 1)
        epoch, number, found = self._found(raw)
        rows = found[before:]
        head, known, documents = self._rest(epoch, number, rows, recall)
        last = self._keys(rows[-1]) if rows and self.plan.keys and offset + len(rows) < head.total else None
        if may_skip and (head.epoch, head.number) == (epoch, number):
            if before and found:
                head.remember(offset, self._keys(found[0]))
            if last is not None and len(rows) == limit:
                head.remember(offset + limit, last)
        return _page(rows, head, last, known, documents)

    def by_cursor(self, limit: int, keys: tuple | None, recall: Recall | None = None) -> Page:
        """Return the page after the item with these keys, the first one without."""
        epoch, number, found = self._found(self._read(keys, limit + 1, 0))
        rows = found[:limit]
        head, known, documents = self._rest(epoch, number, rows, recall)
        last = self._keys(rows[-1]) if rows and len(found) > limit else None
        return _page(rows, head, last, known, documents)

    def _read(self, keys: tuple | None, limit: int, offset: int) -> list[tuple]:
        values = {**self.values, "limit": limit, "offset": offset}
        nulls = None
        if keys is not None:
            nulls = tuple(value is None for value in keys)
            values.update(bind(self.plan.keys, keys))
        statement = self.plan.page(nulls)
        return _run(statement, values) if statement else []

    def _found(self, raw: list[tuple]) -> tuple[str, int, list[tuple]]:
        if not raw:
            return "", -1, []
        epoch, number = raw[0][:2]
        # An empty page is one row of nulls beside the sequence.
        return epoch, number, raw if raw[0][3] is not None else []

    def _is_of_head(self, raw: list[tuple]) -> bool:
        return bool(raw) and (self.head.epoch, self.head.number) == tuple(raw[0][:2])

    def _keys(self, row: tuple) -> tuple:
        return tuple(value_of(raw, key.field) for raw, key in zip(row[8:], self.plan.keys, strict=True))

    def _rest(
        self, epoch: str, number: int, rows: list[tuple], recall: Recall | None
    ) -> tuple[Head, dict[str, Any], dict[str, str]]:
        """Return the list's head, what is known and the other documents, by one more statement if one is needed."""
        head = self.head if self.head and (self.head.epoch, self.head.number) == (epoch, number) else None
        known, missing = {}, []
        if recall is not None:
            for row in rows:
                text = recall(row[4])
                if text is None:
                    missing.append(row[3])
                else:
                    known[row[4]] = text
        if head is not None and not missing:
            return head, known, {}
        statement = second_statement(None if head else self.plan.count(), len(missing))
        answers = _run(statement, {**self.values}, missing)
        documents = {digest: document for _e, _n, _t, _c, digest, _type, document in answers if document}
        if head is None:
            if not answers:
                return Head("", -1, 0, None, ""), {}, {}
            epoch, number, total, changed_at = answers[0][:4]
            head = Head(epoch, number, total, moment_of(changed_at), site_root_url())
            if self.name is not None:
                _heads.put(self.name, head)
        return head, known, documents


def _page(rows: list[tuple], head: Head, last: tuple | None, known: dict, documents: dict) -> Page:
    found = [Row(*row[3:8]) for row in rows]
    return Page(found, head.total, head.last_modified, last, head.root, known, documents)


def _run(statement: Sql, values: dict[str, Any], more: list = ()) -> list[tuple]:
    with connection.cursor() as cursor:
        cursor.execute(statement.text, [*fill(statement.parameters, values), *more])
        return cursor.fetchall()


def moment_of(raw: Any) -> datetime | None:
    """Return a moment as a database gave it, aware."""
    moment = datetime.fromisoformat(raw) if isinstance(raw, str) else raw
    return moment if moment is None or moment.tzinfo else moment.replace(tzinfo=UTC)
