"""Looking whether the store says what it should, and what follows it: everything that is delivered, batch by batch.

Safe beside live traffic: each batch is read without a lock, and what differs is looked at again while nobody else can
write the store. Memory holds one batch.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.apps import apps
from django.db import transaction

from cms.core.known_tree import KnownTree
from cms.delivery import store
from cms.delivery.models import DeliveredItem, DeliverySequence, Reason
from cms.delivery.registry import all_followers, all_types
from cms.delivery.spread import Key, by_label
from cms.delivery.writer import Writer

BATCH = 200
# What is due for less than this is the worker's affair.
OVERDUE_AFTER = timedelta(hours=1)


@dataclass(frozen=True)
class Difference:
    """What the store says of an item is wrong; `what` says how, in a few words."""

    type: str
    object_id: int
    what: str

    def __str__(self) -> str:
        return f"{self.type} {self.object_id}: {self.what}"


@dataclass(frozen=True)
class Batch:
    """How far the walk is: items looked at, of about how many, and what was wrong with those of this batch."""

    done: int
    of: int
    differences: list[Difference]


def reconcile(*, repair: bool) -> Iterator[Batch]:
    """Walk everything; with `repair`, what differs is written anew. Pages and snippets come before what they show."""
    types = sorted(all_types(), key=lambda delivered_type: delivered_type.is_media)
    counts = {delivered_type.name: delivered_type.model._default_manager.count() for delivered_type in types}
    of, done = sum(counts.values()) + DeliveredItem.objects.count(), 0
    for delivered_type in types:
        for pks in _pks(delivered_type.model._default_manager.all()):
            done += len(pks)
            yield Batch(done, of, _look_at({(delivered_type.name, pk) for pk in pks}, repair=repair))
    for pks in _pks(DeliveredItem.objects.all()):
        done += len(pks)
        yield Batch(done, max(done, of), _look_for_lost(pks, repair=repair))


def _pks(queryset) -> Iterator[list[int]]:
    last = 0
    while pks := list(queryset.filter(pk__gt=last).order_by("pk").values_list("pk", flat=True)[:BATCH]):
        yield pks
        last = pks[-1]


def _look_at(keys: set[Key], *, repair: bool) -> list[Difference]:
    suspects = _differences(keys)
    if not suspects:
        return []
    with transaction.atomic():
        # Nobody else writes now: what still differs is wrong.
        DeliverySequence.locked()
        wrong = _differences({(difference.type, difference.object_id) for difference in suspects})
    if repair and wrong:
        store.rebuild({(difference.type, difference.object_id) for difference in wrong})
    return wrong


def _differences(keys: set[Key]) -> list[Difference]:
    """Return what would be written; what is due, but not for long, is left to the worker."""
    observer = Observer(DeliverySequence())
    with KnownTree():
        observer.write(keys)
    changed = {(row.type, row.object_id): _describe(row) for row in observer.changed}
    late = {
        (row.type, row.object_id): "is looked at again at another time than it should" for row in observer.rescheduled
    }
    moved = {(row.type, row.object_id): "is known by another address than it has" for row in observer.moved}
    found = observer.elsewhere | late | moved | changed
    waiting = _waiting(found, observer.now)
    return [Difference(*key, what) for key, what in sorted(found.items()) if key not in waiting]


def _waiting(keys: Iterable[Key], now: datetime) -> set[Key]:
    """Return which of these items have become due, but not long ago."""
    waiting = set()
    for label, pks in by_label(keys).items():
        rows = DeliveredItem.objects.filter(type=label, object_id__in=pks)
        due = rows.filter(due_at__gt=now - OVERDUE_AFTER, due_at__lte=now)
        waiting |= {(label, pk) for pk in due.values_list("object_id", flat=True)}
    return waiting


def _describe(row: DeliveredItem) -> str:
    if row.pk is None:
        return "is missing"
    return "says something else" if row.is_live else f"should be withdrawn ({row.reason})"


class Observer(Writer):
    """A writer that writes nothing."""

    def __init__(self, sequence: DeliverySequence):
        super().__init__(sequence)
        self.changed: list[DeliveredItem] = []
        self.moved: list[DeliveredItem] = []
        self.rescheduled: list[DeliveredItem] = []
        self.elsewhere: dict[Key, str] = {}

    def _flush(self) -> None:
        self.changed += self._changed
        self.moved += self._moved
        self.rescheduled += self._rescheduled
        for follower in all_followers():
            self.elsewhere |= follower.differences(self._looks)
        self._changed, self._moved, self._rescheduled, self._looks = [], [], [], []


def _look_for_lost(row_pks: list[int], *, repair: bool) -> list[Difference]:
    """Find live rows whose object, or whose type, is gone."""
    known = {delivered_type.name for delivered_type in all_types()}
    lost = []
    by_type: dict[str, set[int]] = {}
    for label, pk in DeliveredItem.objects.live().filter(pk__in=row_pks).values_list("type", "object_id"):
        by_type.setdefault(label, set()).add(pk)
    for label, pks in by_type.items():
        if label not in known:
            lost += [Difference(label, pk, "is of a type that is not delivered any more") for pk in sorted(pks)]
            if repair:
                _bury_type(label)
            continue
        there = set(apps.get_model(label)._default_manager.filter(pk__in=pks).values_list("pk", flat=True))
        gone = _look_at({(label, pk) for pk in pks - there}, repair=repair)
        lost += [Difference(item.type, item.object_id, "is gone and still delivered") for item in gone]
    return lost


@transaction.atomic
def _bury_type(label: str) -> None:
    writer = Writer(DeliverySequence.locked())
    writer.bury(DeliveredItem.objects.live().filter(type=label).defer("document", "listing"), Reason.WITHDRAWN)
    writer.finish()
