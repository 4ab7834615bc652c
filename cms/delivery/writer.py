"""The rows one transaction changes: collected, numbered in order, and written in bulk."""

import hashlib
from collections.abc import Iterable
from datetime import datetime

from django.apps import apps
from django.db import models
from django.utils import timezone, translation

from cms.core.blocks.moments import next_change_in
from cms.core.once import keeping
from cms.delivery.departures import remember_departures
from cms.delivery.documents import path_of, serialise
from cms.delivery.models import NO_STREAM, DeliveredItem, DeliverySequence, Reason
from cms.delivery.reading import read_together
from cms.delivery.registry import DeliveredType, Look, all_followers, all_namings, type_of
from cms.delivery.rows import Rows, identity_of, save_rows
from cms.delivery.spread import Key, by_label, chunks, load
from cms.delivery.visibility import audience_of, withheld_reasons

# A page taken out of what is delivered by a move keeps that reason, whatever withholds it at its new place.
WITHHELD_BY_PLACE = (Reason.RESTRICTED, Reason.WITHDRAWN)


class Writer:
    """Brings rows up to date. `came_or_went` are the keys of what some had not before, or have no more."""

    def __init__(self, sequence: DeliverySequence, moved: frozenset[Key] = frozenset()):
        self.sequence = sequence
        self.moved = moved
        self.changes = 0
        self.came_or_went: set[Key] = set()
        self.now = timezone.now()
        self._changed: list[DeliveredItem] = []
        self._moved: list[DeliveredItem] = []
        self._rescheduled: list[DeliveredItem] = []
        self._looks: list[Look] = []

    def write(self, keys: Iterable[Key]) -> None:
        """Bring the rows of these items up to date; whether media are shown is asked after everything else."""
        media = {label for label in by_label(keys) if self._is_media(label)}
        for is_media in (False, True):
            for chunk in chunks(sorted(key for key in keys if (key[0] in media) is is_media)):
                with keeping():
                    self._write(chunk)
                    self._flush()

    def _write(self, keys: list[Key]) -> None:
        instances = {key: instance for key, instance in load(keys).items() if type_of(instance) is not None}
        rows = Rows(keys, instances.values())
        reasons = dict(zip(instances, withheld_reasons(list(instances.values())), strict=True))
        for naming in all_namings():
            naming.remember(instances.values())
        with read_together(instance for key, instance in instances.items() if reasons[key] is None):
            for key in keys:
                self._write_one(key, instances.get(key), rows, reasons.get(key))

    def _write_one(self, key: Key, instance: models.Model | None, rows: Rows, reason: str | None) -> None:
        self._look_at(key, instance, reason)
        if instance is None:
            for row in rows.of(key):
                self._bury(row, Reason.DELETED)
            return
        row = rows.identified(instance)
        for other in rows.of(key):
            if other is not row:
                # The item has taken another identity: nobody has the old one any more.
                self._bury(other, Reason.DELETED)
        if reason is not None:
            self._withdraw(key, row, reason)
        else:
            self._deliver(type_of(instance), instance, row)

    def withdraw_or_postpone(self, keys: Iterable[Key]) -> None:
        """Withdraw at once what may no longer be shown; leave the rest to the worker."""
        for chunk in chunks(sorted(keys)):
            instances = load(chunk, whole=False)
            reasons = dict(zip(instances, withheld_reasons(list(instances.values())), strict=True))
            staying = self._postpone_known({key for key, reason in reasons.items() if reason is None})
            others = {key: instance for key, instance in instances.items() if key not in staying}
            rows = Rows(others, others.values())
            for key, instance in instances.items():
                self._look_at(key, instance, reasons[key], is_whole=False)
            for key, instance in others.items():
                row = rows.identified(instance)
                if reasons[key] is not None:
                    self._withdraw(key, row, reasons[key])
                elif row is not None:
                    self._postpone(row, self.now)
                else:
                    self._announce(self._tombstone_of(type_of(instance), instance))
            self._flush()

    def _postpone_known(self, keys: Iterable[Key]) -> set[Key]:
        """Leave those of these items that have rows of their own to the worker, the rows unread; return their keys."""
        known = set()
        for label, pks in by_label(keys).items():
            rows = DeliveredItem.objects.filter(type=label, object_id__in=pks)
            known |= {(label, pk) for pk in rows.values_list("object_id", flat=True)}
            rows.update(due_at=self.now)
        return known

    def postpone(self, keys: Iterable[Key]) -> None:
        """Leave items whose rows exist to the worker."""
        for label, pks in by_label(keys).items():
            for chunk in chunks(pks):
                DeliveredItem.objects.filter(type=label, object_id__in=chunk).update(due_at=self.now)

    def bury(self, rows: Iterable[DeliveredItem], reason: str) -> None:
        """Withdraw rows whose items cannot be looked at any more."""
        for row in rows:
            self._bury(row, reason)

    def finish(self) -> int:
        """Write the sequence down; return how many numbers were given."""
        self._flush()
        if self.changes:
            self.sequence.changed_at = self.now
            self.sequence.save(update_fields=["value", "changed_at"])
        return self.changes

    def _is_media(self, label: str) -> bool:
        delivered_type = type_of(apps.get_model(label))
        return delivered_type is not None and delivered_type.is_media

    def _look_at(self, key: Key, instance: models.Model | None, reason: str | None, *, is_whole: bool = True) -> None:
        self._looks.append(Look(apps.get_model(key[0]), key[1], instance, reason, is_whole))

    def _withdraw(self, key: Key, row: DeliveredItem | None, reason: str) -> None:
        if row is None:
            return
        is_of_place = reason in WITHHELD_BY_PLACE
        if is_of_place and (row.reason == Reason.MOVED or (row.is_live and key in self.moved)):
            reason = Reason.MOVED
        if row.is_live or row.reason != reason:
            self.came_or_went.add(key)
        row.object_id = key[1]
        self._bury(row, reason)

    def _bury(self, row: DeliveredItem, reason: str, due_at: datetime | None = None) -> None:
        if row.is_live or row.reason != reason:
            row.is_live, row.reason = False, reason
            row.document = row.listing = row.digest = ""
            row.due_at = due_at
            self._number(row)
        elif row.due_at != due_at:
            self._postpone(row, due_at)

    def _deliver(self, delivered_type: DeliveredType, instance: models.Model, row: DeliveredItem | None) -> None:
        row = row or self._tombstone_of(delivered_type, instance)
        with translation.override(row.locale or None):
            # The moment first: a document made before it and kept after it would be wrong until the one after that.
            due_at = self._due_at(delivered_type, instance)
            out_of_time = delivered_type.out_of_time(instance)
            if out_of_time is not None:
                self._put_out_of_time(row, instance, out_of_time, due_at)
                return
            document, listing = serialise(delivered_type, instance)
        audience = audience_of(instance)
        stream = delivered_type.stream_of(instance) or NO_STREAM
        digest = hashlib.sha256("\n".join((audience, str(stream), document, listing)).encode()).hexdigest()
        html_path = path_of(instance)
        if row.is_live and row.digest == digest and row.object_id == instance.pk:
            if row.html_path != html_path:
                row.html_path = html_path
                self._moved.append(row)
            if row.due_at != due_at:
                self._postpone(row, due_at)
            return
        if not row.is_live or row.audience != audience:
            self.came_or_went.add((delivered_type.name, instance.pk))
        row.object_id, row.is_live, row.reason, row.due_at = instance.pk, True, "", due_at
        row.audience, row.stream, row.html_path = audience, stream, html_path
        row.document, row.listing, row.digest = document, listing, digest
        self._number(row)

    def _put_out_of_time(
        self, row: DeliveredItem, instance: models.Model, reason: str, due_at: datetime | None
    ) -> None:
        """Withdraw what is not shown at this moment; keep when it comes back."""
        if row.is_live:
            self.came_or_went.add((row.type, instance.pk))
        row.object_id = instance.pk
        self._bury(row, reason, due_at)

    def _due_at(self, delivered_type: DeliveredType, instance: models.Model) -> datetime | None:
        moments = [delivered_type.due_at(instance), next_change_in(instance, timezone.now())]
        moments += [naming.due_at(instance) for naming in all_namings()]
        return min((moment for moment in moments if moment is not None), default=None)

    def _tombstone_of(self, delivered_type: DeliveredType, instance: models.Model) -> DeliveredItem:
        """Return a new row of an item that nobody has been told of."""
        uuid, locale = identity_of(instance)
        return DeliveredItem(type=delivered_type.name, uuid=uuid, locale=locale, object_id=instance.pk, is_live=False)

    def _announce(self, row: DeliveredItem) -> None:
        """Keep a place in the store for what the worker is to deliver for the first time."""
        row.reason, row.due_at = Reason.WITHDRAWN, self.now
        self._number(row)

    def _postpone(self, row: DeliveredItem, due_at: datetime | None) -> None:
        row.due_at = due_at
        self._rescheduled.append(row)

    def _number(self, row: DeliveredItem) -> None:
        self.sequence.value += 1
        self.changes += 1
        row.sequence, row.changed_at = self.sequence.value, self.now
        self._changed.append(row)

    def _flush(self) -> None:
        """Write what was collected, in a few statements."""
        # A row looked at twice is numbered twice and written once, with the later number.
        changed = {id(row): row for row in self._changed}
        save_rows(list(changed.values()))
        remember_departures(changed.values())
        DeliveredItem.objects.bulk_update([row for row in self._moved if id(row) not in changed], ["html_path"])
        pks_by_moment: dict[datetime | None, list[int]] = {}
        for row in self._rescheduled:
            if id(row) not in changed:
                pks_by_moment.setdefault(row.due_at, []).append(row.pk)
        for due_at, pks in pks_by_moment.items():
            DeliveredItem.objects.filter(pk__in=pks).update(due_at=due_at)
        for follower in all_followers():
            follower.follow(self._looks)
        self._changed, self._moved, self._rescheduled, self._looks = [], [], [], []
