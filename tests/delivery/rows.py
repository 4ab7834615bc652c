"""What the tests of this room ask the store."""

import json

from cms.delivery.models import DeliveredItem


def row_of(instance) -> DeliveredItem:
    return DeliveredItem.objects.get(type=instance._meta.label, object_id=instance.pk)


def document_of(instance) -> dict:
    return json.loads(row_of(instance).document)


def state_of(instance) -> str:
    """Return "live", the reason of the tombstone, or "never" where nobody was told of it."""
    row = DeliveredItem.objects.filter(type=instance._meta.label, object_id=instance.pk).first()
    return "never" if row is None else "live" if row.is_live else row.reason


def fresh(instance):
    """Return the instance as the database has it now."""
    return type(instance).objects.get(pk=instance.pk)
