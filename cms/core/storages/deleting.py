"""Deleting a file later, where its server was away when it should have gone."""

from django.core.files.storage import storages
from django_tasks import task


@task()
def delete_later(alias: str, name: str) -> None:
    """Delete a file of a storage of settings.STORAGES. Raises StorageAwayError, and is tried again then."""
    storages[alias].delete_now(name)
