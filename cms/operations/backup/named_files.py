"""The uploads that a database names: what belongs to it, and nothing else."""

import sqlite3
from collections.abc import Iterator

from django.apps import apps
from django.core.files.storage import DefaultStorage, Storage, storages
from django.db import models

PREFIX = "files"


def storage_names() -> list[str]:
    """Return the storages that uploads are in, as settings name them."""
    return [name for name in storages.backends if name != "staticfiles"]


def named_files(database: sqlite3.Connection) -> Iterator[str]:
    """Give the members of a backup, `files/<storage>/<name>`, that the rows of a snapshot name; each once."""
    seen = set()
    for model in apps.get_models(include_auto_created=True):
        if not model._meta.managed or model._meta.proxy:
            continue
        for field in model._meta.local_concrete_fields:
            if isinstance(field, models.FileField):
                storage = _name_of(field.storage)
                for (name,) in database.execute(
                    f'SELECT DISTINCT "{field.column}" FROM "{model._meta.db_table}" WHERE "{field.column}" <> \'\''
                ):
                    member = f"{PREFIX}/{storage}/{name}"
                    if member not in seen:
                        seen.add(member)
                        yield member


def place_of(member: str) -> tuple[Storage, str]:
    """Return the storage and name of a member."""
    _prefix, storage, name = member.split("/", 2)
    return storages[storage], name


def _name_of(storage: Storage) -> str:
    if isinstance(storage, DefaultStorage):
        return "default"
    return next((name for name in storage_names() if storages[name] is storage), "default")
