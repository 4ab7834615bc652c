"""What the site runs on: versions, the size of its database, the space left, and what was last made sure of."""

import platform
import shutil
from dataclasses import dataclass
from datetime import datetime

import django
import wagtail
from django.conf import settings
from django.db import connection

from cms.caching.release import release
from cms.operations.worker.stored_mark import StoredMark

RECONCILED = "last reconcile"


def versions() -> dict[str, str]:
    """Return name and version of what the site is made of; `release` is a digest of the project's own code."""
    digest, _newest = release()
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("SELECT sqlite_version()")
            name, version = "SQLite", cursor.fetchone()[0]
        else:
            cursor.execute("SHOW server_version")
            name, version = "PostgreSQL", cursor.fetchone()[0].split()[0]
    return {
        "release": digest,
        "Wagtail": wagtail.__version__,
        "Django": django.get_version(),
        "Python": platform.python_version(),
        name: version,
    }


def database_bytes() -> int:
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("SELECT page_count * page_size FROM pragma_page_count(), pragma_page_size()")
        else:
            cursor.execute("SELECT pg_database_size(current_database())")
        return cursor.fetchone()[0]


@dataclass(frozen=True)
class Disk:
    """Bytes, where DATA_DIR is."""

    free: int
    total: int

    @property
    def is_low(self) -> bool:
        return self.free < self.total * 0.1


def disk() -> Disk:
    usage = shutil.disk_usage(settings.DATA_DIR)
    return Disk(usage.free, usage.total)


@dataclass(frozen=True)
class Reconciled:
    """A walk over all that is derived: when it ended, whether it repaired, and how many faults it found."""

    at: datetime
    repaired: bool
    faults: int


def remember_reconcile(at: datetime, *, repaired: bool, faults: int) -> None:
    StoredMark.write(RECONCILED, f"{at.isoformat(timespec='seconds')} {'repair' if repaired else 'check'} {faults}")


def last_reconcile() -> Reconciled | None:
    """Return None where there was none yet."""
    text = StoredMark.read(RECONCILED)
    if not text:
        return None
    at, what, faults = text.split()
    return Reconciled(datetime.fromisoformat(at), what == "repair", int(faults))
