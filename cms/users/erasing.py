"""Deleted accounts: in the journal of erasures, so that no restored backup lets them in again."""

from datetime import datetime

from django.conf import settings
from django.contrib.auth import get_user_model
from django.db.models.signals import post_delete

from cms.core import erasures

DELETED = "user"


def connect() -> None:
    erasures.register(DELETED, _delete_again)
    post_delete.connect(_note, sender=settings.AUTH_USER_MODEL, dispatch_uid="deleted accounts are noted")


def _note(sender, instance, **kwargs):
    erasures.note(DELETED, erasures.key_of(instance.pk, instance.date_joined))


def _delete_again(key: str) -> bool:
    pk, _at, joined = key.partition("@")
    deleted, _by_model = get_user_model().objects.filter(pk=pk, date_joined=datetime.fromisoformat(joined)).delete()
    return bool(deleted)
