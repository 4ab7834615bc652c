"""The change feed's query: everything after a number, in order, as far as one reader's scope goes.

The store is a compacted log, so reading it from 0 in the order of its numbers is a snapshot that stays exact while
items change: what changes meanwhile is numbered anew and comes later. Two kinds of rows are sent: what is delivered in
the scope now, and what was and no longer is (see Departure). A reader who is still in the snapshot that began at
number B has no need of what left the scope up to B, and is not told.

One statement reads the sequence and the rows: its answer is of one moment, and asking in vain costs one query.
"""

import uuid
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone
from django.utils.dateparse import parse_datetime

from cms.delivery.models import DeliveredItem, DeliverySequence, Departure, Reason

# What stands for a reader's place in a statement that is made once: no number of the sequence is so large.
NUMBER, SNAPSHOT = 10**18 + 1, 10**18 + 2
COLUMNS = ("id", "type", "uuid", "locale", "object_id", "is_live", "reason", "sequence", "changed_at")


@dataclass(frozen=True)
class FeedScope:
    """What a reader follows: audiences, and the filters (empty: all). An item without language is in every language."""

    audiences: tuple[str, ...]
    types: tuple[str, ...] = ()
    locale: str = ""
    stream: uuid.UUID | None = None

    @property
    def items(self) -> Q:
        """The rows whose identity, which never changes, is in the scope."""
        types = Q(type__in=self.types) if self.types else Q()
        return types & (Q(locale__in=[self.locale, ""]) if self.locale else Q())

    @property
    def now(self) -> Q:
        """The rows, or departures, whose stream and audience are in the scope."""
        return Q(audience__in=self.audiences) & (Q(stream=self.stream) if self.stream else Q())


@dataclass(frozen=True)
class Change:
    """One row as this reader is told of it; `reason` is "" for what is there. `document` is JSON, "" if not asked."""

    type: str
    uuid: uuid.UUID
    locale: str
    object_id: int
    sequence: int
    changed_at: datetime
    reason: str
    document: str

    @property
    def is_deletion(self) -> bool:
        return bool(self.reason)


@dataclass(frozen=True)
class Changes:
    """One page of the feed, and the sequence at the moment it was read (see DeliverySequence)."""

    epoch: str
    value: int
    horizon: int
    changed_at: datetime | None
    items: list[Change]
    has_more: bool


def changes_after(
    number: int, scope: FeedScope, limit: int, *, snapshot: int | None = None, has_documents: bool = False
) -> Changes:
    """Return the first `limit` changes after `number`; `snapshot` is where the reader's snapshot began, if in one.

    One query, two when the database has never been asked. A new reader asks with `number` 0 and no `snapshot`.
    """
    # Who has read nothing holds nothing that could be gone.
    statement, parameters = _statement(scope, limit + 1, is_new=not number, has_documents=has_documents)
    values = {NUMBER: number, SNAPSHOT: snapshot or 0}
    rows = list(DeliveredItem.objects.raw(statement, [values.get(value, value) for value in parameters]))
    if not rows:
        DeliverySequence.objects.get_or_create(pk=DeliverySequence.PK)
        return changes_after(number, scope, limit, snapshot=snapshot, has_documents=has_documents)
    found = [row for row in rows if row.pk is not None]
    items = [_change(row, has_documents) for row in found[:limit]]
    head = rows[0]
    changed_at = _moment(head.head_changed_at)
    return Changes(head.epoch, head.value, head.horizon, changed_at, items, has_more=len(found) > limit)


def _there(scope: FeedScope) -> QuerySet:
    return DeliveredItem.objects.live().filter(scope.items, scope.now, sequence__gt=NUMBER)


def _gone(scope: FeedScope) -> QuerySet:
    left = Departure.objects.filter(scope.now, item=OuterRef("pk"), sequence__gt=SNAPSHOT)
    is_there = Q(is_live=True) & scope.now
    return DeliveredItem.objects.filter(scope.items, ~is_there, Exists(left), sequence__gt=NUMBER)


@lru_cache(maxsize=256)
def _statement(scope: FeedScope, limit: int, *, is_new: bool, has_documents: bool) -> tuple[str, tuple]:
    """Return (SQL, parameters) of a question, NUMBER and SNAPSHOT among them: most readers ask the same all day.

    It gives the rows of all parts in order, each with its part's name and the sequence beside it. Where no part has
    any, there is one empty row with the sequence alone; nothing in a database without a sequence.
    """
    columns = (*COLUMNS, "document") if has_documents else COLUMNS
    parts = {"there": _there(scope)} if is_new else {"there": _there(scope), "gone": _gone(scope)}
    statements, parameters = [], []
    for name, part in parts.items():
        statement, values = part.only(*columns).order_by("sequence")[:limit].query.sql_with_params()
        statements.append(f"SELECT part.*, '{name}' AS part_name FROM ({statement}) part")
        parameters.extend(values)
    statement = f"""
        SELECT head.epoch, head.value, head.horizon, head.changed_at AS head_changed_at, item.*
        FROM {DeliverySequence._meta.db_table} head
        LEFT JOIN ({" UNION ALL ".join(statements)}) item ON 1 = 1
        WHERE head.id = %s ORDER BY item.sequence LIMIT %s
    """
    return statement, (*parameters, DeliverySequence.PK, limit)


def _change(row: DeliveredItem, has_document: bool) -> Change:
    is_there = row.part_name == "there"
    reason = "" if is_there else row.reason or Reason.OUT_OF_SCOPE.value
    document = row.document if is_there and has_document else ""
    return Change(row.type, row.uuid, row.locale, row.object_id, row.sequence, row.changed_at, reason, document)


def _moment(value: datetime | str | None) -> datetime | None:
    # Beside a raw query's model fields SQLite gives moments as it keeps them: text, in UTC.
    return timezone.make_aware(parse_datetime(value), UTC) if isinstance(value, str) else value
