"""What the site cannot work without, each part with its own check: a table of contents.

A check returns nothing, and raises an exception when its part does not work. None may take longer than its part's
own time limits (see cms.settings: database and cache give up after seconds).
"""

import os
import secrets
from collections.abc import Callable

from django.conf import settings
from django.core.cache import cache
from django.core.files.storage import storages
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from cms.operations.worker.pulse import WorkerPulse


class NotReadyError(Exception):
    """A part answers, but not as it should."""


def check_database() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
        cursor.fetchone()


def check_cache() -> None:
    key, value = f"readyz-{os.getpid()}", secrets.token_hex(4)
    cache.set(key, value, 30)
    if cache.get(key) != value or getattr(cache, "is_away", False):
        raise NotReadyError("what is stored does not come back")


def check_storage() -> None:
    """Write a file where uploads go, and delete it: a full disk or a read-only one shows. Buckets are asked for."""
    buckets = [storage for storage in (storages["default"], storages["private"]) if hasattr(storage, "check")]
    for bucket in buckets:
        bucket.check()
    if buckets:
        return
    folder = settings.DATA_DIR / "uploads"
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f".readyz-{os.getpid()}-{secrets.token_hex(4)}"
    try:
        path.write_bytes(b"ready")
    finally:
        path.unlink(missing_ok=True)


def check_worker() -> None:
    if not WorkerPulse.objects.alive().exists():
        raise NotReadyError("no worker has been seen for a while")


_migrated = False


def check_migrations() -> None:
    """Compare with the code's migrations; once they are all there, they stay."""
    global _migrated
    if _migrated:
        return
    executor = MigrationExecutor(connection)
    missing = executor.migration_plan(executor.loader.graph.leaf_nodes())
    if missing:
        raise NotReadyError(f"{len(missing)} migrations are missing")
    _migrated = True


PARTS: dict[str, Callable[[], None]] = {
    "database": check_database,
    "cache": check_cache,
    "storage": check_storage,
    "worker": check_worker,
    "migrations": check_migrations,
}

# Without these the site is slower, and right: no reason to send readers elsewhere.
DISPENSABLE = frozenset({"cache"})
