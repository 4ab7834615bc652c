"""Files that no row names: what a process that was killed had stored before the row that was to name it.

Public renditions and cards have a rule of their own, which is quicker (see `reconcile`). A database that knows few of
the files there are is not theirs: then nothing is touched, and that is said in the log.
"""

import logging
from collections.abc import Iterator
from datetime import datetime, timedelta

from django.apps import apps
from django.core.files.storage import DefaultStorage, Storage, storages
from django.db import models

from cms.operations.bounds.bound import Bound, IsStopping

logger = logging.getLogger(__name__)

KEPT = timedelta(days=7)
# A kill leaves one or two. More than this, and more than a twentieth of all, is somebody else's.
FEW = 50
SHARE = 20
DAY = 86_400


def _names() -> dict[str, set[str]]:
    """Return the files that rows name, by the storage they are in."""
    found: dict[str, set[str]] = {alias: set() for alias in storages.backends if alias != "staticfiles"}
    for model in apps.get_models(include_auto_created=True):
        if model._meta.managed and not model._meta.proxy:
            for field in model._meta.local_concrete_fields:
                if isinstance(field, models.FileField):
                    rows = model._base_manager.exclude(**{field.name: ""}).values_list(field.name, flat=True)
                    found[_alias_of(field.storage)].update(rows.iterator())
    return found


def _alias_of(storage: Storage) -> str:
    if isinstance(storage, DefaultStorage):
        return "default"
    return next((alias for alias in storages.backends if storages[alias] is storage), "default")


def _files(storage: Storage, folder: str = "") -> Iterator[str]:
    try:
        folders, files = storage.listdir(folder)
    except FileNotFoundError:
        return
    yield from (f"{folder}{name}" for name in files)
    for name in folders:
        yield from _files(storage, f"{folder}{name}/")


def strays(now: datetime) -> Iterator[tuple[Storage, str]]:
    """Give storage and name of each that nobody has named for long enough."""
    # Looked at first: what is named meanwhile is no stray.
    there = {alias: set(_files(storages[alias])) for alias in storages.backends if alias != "staticfiles"}
    for alias, named in _names().items():
        storage, lonely = storages[alias], sorted(there[alias] - named)
        if len(lonely) > max(FEW, len(named) // SHARE):
            logger.error("%d files of storage %s are named by no row: none is removed", len(lonely), alias)
            continue
        for name in lonely:
            try:
                if storage.get_modified_time(name) < now - KEPT:
                    yield storage, name
            except FileNotFoundError:
                continue


def _remove(now: datetime, is_stopping: IsStopping) -> None:
    for storage, name in strays(now):
        if is_stopping():
            return
        storage.delete(name)


STRAY_FILES = Bound(
    "stray files",
    f"kept {KEPT.days} days after a row that names them did not come",
    lambda now: sum(1 for _stray in strays(now)),
    _remove,
    seconds=DAY,
)
