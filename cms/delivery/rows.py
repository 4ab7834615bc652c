"""The rows of many items, found and saved in a few statements."""

from collections.abc import Iterable

from django.db import models
from django.db.models import QuerySet

from cms.delivery.models import DeliveredItem
from cms.delivery.registry import type_of
from cms.delivery.spread import Key, by_label

IDENTITY = ["type", "uuid", "locale"]
FIELDS = [field.name for field in DeliveredItem._meta.concrete_fields if not field.primary_key]


def identity_of(instance: models.Model) -> tuple:
    """Return (uuid, locale): what an item is called in public."""
    if type_of(instance).is_media:
        return instance.uuid, ""
    return instance.translation_key, instance.locale.language_code


class Rows:
    """The rows of these keys, and those under the identities of these instances: usually the same."""

    def __init__(self, keys: Iterable[Key], instances: Iterable[models.Model]):
        self._by_key: dict[Key, list[DeliveredItem]] = {}
        self._by_identity: dict[tuple, DeliveredItem] = {}
        for label, pks in by_label(keys).items():
            self._read(DeliveredItem.objects.filter(type=label, object_id__in=pks))
        # Asked for in one statement with the keys, SQLite would go through all rows of the type.
        elsewhere: dict[str, list] = {}
        for instance in instances:
            label, identity = instance._meta.label, identity_of(instance)
            if (label, *identity) not in self._by_identity:
                elsewhere.setdefault(label, []).append(identity[0])
        for label, uuids in elsewhere.items():
            known = [row.pk for row in self._by_identity.values() if row.type == label]
            self._read(DeliveredItem.objects.filter(type=label, uuid__in=uuids).exclude(pk__in=known))

    def _read(self, rows: QuerySet) -> None:
        # The texts are written, never read: they may be long.
        for row in rows.defer("document", "listing"):
            self._by_key.setdefault((row.type, row.object_id), []).append(row)
            self._by_identity[row.type, row.uuid, row.locale] = row

    def of(self, key: Key) -> list[DeliveredItem]:
        """Return the rows that are this item's still: another may have taken its identity over."""
        return [row for row in self._by_key.get(key, []) if row.object_id == key[1]]

    def identified(self, instance: models.Model) -> DeliveredItem | None:
        """Return the row under an instance's identity, whichever item had it before."""
        return self._by_identity.get((instance._meta.label, *identity_of(instance)))


def save_rows(rows: list[DeliveredItem]) -> None:
    """Save rows whose texts are all set: the new ones in one statement, the others in another."""
    known = [row for row in rows if row.pk is not None]
    DeliveredItem.objects.bulk_create([row for row in rows if row.pk is None])
    if len(known) == 1:
        known[0].save()
    elif known:
        # An insertion that meets the row it names: bulk_update would write a CASE for each column with a branch for
        # each row, and costs ten times as much. Identities never change, so they find the row.
        named = [DeliveredItem(**{name: getattr(row, name) for name in FIELDS}) for row in known]
        others = [name for name in FIELDS if name not in IDENTITY]
        DeliveredItem.objects.bulk_create(named, update_conflicts=True, unique_fields=IDENTITY, update_fields=others)
