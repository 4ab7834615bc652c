"""Writing the store: serialise what was marked, write the rows that differ, give them the next numbers.

The sequence's row is locked first and held to the commit, so units of work are written one after another: numbers
appear in commit order, no reader sees N+1 before N, and of two publishes that touch the same item the later sees the
earlier. Nothing else is locked after it, so two publishes cannot deadlock.
"""

import hashlib
import json
from collections.abc import Iterable
from datetime import datetime
from functools import partial

from django.apps import apps
from django.db import models, transaction
from django.utils import timezone, translation
from rest_framework.utils.encoders import JSONEncoder

from cms.core.blocks.moments import next_change_in
from cms.delivery.departures import remember_departures
from cms.delivery.models import NO_STREAM, DeliveredItem, DeliverySequence, Reason
from cms.delivery.registry import DeliveredType, type_of
from cms.delivery.spread import Key, dependants_of, load, refresh_references, subtree_keys
from cms.delivery.visibility import audience_of, withheld_reason

# Dependants written with the change itself; more than these become due and are written by the worker.
MAX_DEPENDANTS = 200

to_json = partial(json.dumps, cls=JSONEncoder, ensure_ascii=False, separators=(",", ":"))


def write(work) -> None:
    """Write a unit of work (see unit_of_work) inside its transaction."""
    sequence = DeliverySequence.locked()
    changed = load(work.items)
    media = refresh_references(changed.values())
    below = subtree_keys(work.subtrees) - work.items
    dependants = set(below)
    for instance in changed.values():
        dependants |= dependants_of(instance)
    dependants -= work.items
    now, later = _split(dependants)
    # Pages and snippets before media: whether a picture is delivered depends on what shows it.
    writer = Writer(sequence)
    writer.write(set(work.items) | now)
    writer.withdraw_or_postpone(later)
    # What came or went because of something above it takes the pictures it shows with it, too.
    writer.write((media | refresh_references(writer.came_or_went)) - work.items)
    if work.everything:
        DeliveredItem.objects.update(due_at=timezone.now())
    writer.finish()


def rebuild(keys: Iterable[Key]) -> int:
    """Look at items again and write what differs, in one transaction; return how many rows changed."""
    with transaction.atomic():
        writer = Writer(DeliverySequence.locked())
        writer.write(set(keys))
        # What came or went by itself takes the pictures it shows with it.
        writer.write(refresh_references(writer.came_or_went))
        return writer.finish()


def rebuild_due(limit: int = MAX_DEPENDANTS) -> int:
    """Rebuild at most `limit` items whose time has come; return how many were looked at."""
    keys = {(item.type, item.object_id) for item in DeliveredItem.objects.due(timezone.now())[:limit]}
    if keys:
        rebuild(keys)
    return len(keys)


def _split(keys: set[Key]) -> tuple[set[Key], set[Key]]:
    ordered = sorted(keys)
    return set(ordered[:MAX_DEPENDANTS]), set(ordered[MAX_DEPENDANTS:])


class Writer:
    """Collects the rows one transaction changes, and numbers them at its end."""

    def __init__(self, sequence: DeliverySequence):
        self.sequence = sequence
        self.changes = 0
        self.came_or_went: list[models.Model] = []
        self.now = timezone.now()

    def write(self, keys: set[Key]) -> None:
        """Bring the rows of these items up to date."""
        instances = load(keys)
        rows = self._rows(keys)
        for key in sorted(keys, key=lambda key: (self._is_media(key), key)):
            instance = instances.get(key)
            row = rows.get(key)
            if instance is None:
                self._bury(row, Reason.DELETED)
                continue
            delivered_type = type_of(instance)
            if delivered_type is None:
                continue
            reason = withheld_reason(instance)
            if reason is not None:
                self._withdraw(row, instance, reason)
            else:
                self._deliver(delivered_type, instance, row)

    def withdraw_or_postpone(self, keys: set[Key]) -> None:
        """Withdraw at once what may no longer be shown; leave the rest to the worker."""
        for chunk in _chunks(sorted(keys), 500):
            instances, rows = load(chunk), self._rows(chunk)
            due = []
            for key in chunk:
                instance, row = instances.get(key), rows.get(key)
                if instance is None or type_of(instance) is None:
                    continue
                reason = withheld_reason(instance)
                if reason is not None:
                    self._withdraw(row, instance, reason)
                elif row is not None:
                    due.append(row.pk)
                else:
                    self._deliver(type_of(instance), instance, None)
            DeliveredItem.objects.filter(pk__in=due).update(due_at=self.now)

    def finish(self) -> int:
        """Write the sequence down; return how many numbers were given."""
        if self.changes:
            self.sequence.changed_at = self.now
            self.sequence.save(update_fields=["value", "changed_at"])
        return self.changes

    def _rows(self, keys: Iterable[Key]) -> dict[Key, DeliveredItem]:
        by_type: dict[str, list[int]] = {}
        for label, pk in keys:
            by_type.setdefault(label, []).append(pk)
        rows = {}
        for label, pks in by_type.items():
            for row in DeliveredItem.objects.filter(type=label, object_id__in=pks):
                rows[(label, row.object_id)] = row
        return rows

    def _is_media(self, key: Key) -> bool:
        delivered_type = type_of(apps.get_model(key[0]))
        return delivered_type is not None and delivered_type.is_media

    def _withdraw(self, row: DeliveredItem | None, instance: models.Model, reason: str) -> None:
        if row is not None and row.is_live:
            self.came_or_went.append(instance)
        self._bury(row, reason)

    def _bury(self, row: DeliveredItem | None, reason: str, due_at: datetime | None = None) -> None:
        if row is None:
            return
        if row.is_live or row.reason != reason:
            row.is_live, row.reason = False, reason
            row.document = row.listing = row.digest = ""
            row.due_at = due_at
            self._number_and_save(row)
        elif row.due_at != due_at:
            row.due_at = due_at
            row.save(update_fields=["due_at"])

    def _deliver(self, delivered_type: DeliveredType, instance: models.Model, row: DeliveredItem | None) -> None:
        locale = "" if delivered_type.is_media else instance.locale.language_code
        uuid = instance.uuid if delivered_type.is_media else instance.translation_key
        if row is None:
            # An identity that was buried under another primary key lives on under this one.
            row = DeliveredItem.objects.filter(type=delivered_type.name, uuid=uuid, locale=locale).first()
            row = row or DeliveredItem(type=delivered_type.name, uuid=uuid, locale=locale, is_live=False)
        with translation.override(locale or None):
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
        unchanged = row.is_live and row.digest == digest and row.object_id == instance.pk
        if unchanged:
            if row.due_at != due_at:
                row.due_at = due_at
                row.save(update_fields=["due_at"])
            return
        if not row.is_live:
            self.came_or_went.append(instance)
        row.object_id, row.is_live, row.reason, row.due_at = instance.pk, True, "", due_at
        row.audience, row.stream = audience, stream
        row.document, row.listing, row.digest = document, listing, digest
        self._number_and_save(row)

    def _put_out_of_time(
        self, row: DeliveredItem, instance: models.Model, reason: str, due_at: datetime | None
    ) -> None:
        """Withdraw what is not shown at this moment; keep when it comes back."""
        if row.is_live:
            self.came_or_went.append(instance)
        row.object_id = instance.pk
        self._bury(row, reason, due_at)

    def _due_at(self, delivered_type: DeliveredType, instance: models.Model) -> datetime | None:
        moments = (delivered_type.due_at(instance), next_change_in(instance, timezone.now()))
        return min((moment for moment in moments if moment is not None), default=None)

    def _number_and_save(self, row: DeliveredItem) -> None:
        self.sequence.value += 1
        self.changes += 1
        row.sequence, row.changed_at = self.sequence.value, self.now
        row.save()
        remember_departures([row])


def serialise(delivered_type: DeliveredType, instance: models.Model) -> tuple[str, str]:
    """Return (document, listing) as JSON texts."""
    data = delivered_type.serializer(instance).data
    return to_json(data), to_json(delivered_type.listing_of(data))


def _chunks(items: list, size: int):
    for start in range(0, len(items), size):
        yield items[start : start + size]
