"""Where a restore goes: whether there is something already, and whether a running site would be in the way."""

import contextlib
import shutil
import sqlite3
from pathlib import Path

from django.conf import settings
from django.core.files.storage import storages
from django.db import DatabaseError

from cms.operations.backup.errors import BackupError
from cms.operations.backup.named_files import storage_names

# A database that was only migrated has rows of its migrations, and none of anybody's work in these.
OF_WORK = ("users_user", "wagtailcore_revision", "delivery_delivereditem")


def database_path(connection) -> Path:
    return Path(connection.settings_dict["NAME"])


def is_migrated(connection) -> bool:
    """Whether the schema is there. Raises BackupError where the database cannot be reached."""
    try:
        return bool(set(OF_WORK) & set(connection.introspection.table_names()))
    except DatabaseError as error:
        raise BackupError(f"The database cannot be reached: {str(error).strip().splitlines()[0]}") from error


def put_aside_damaged(connection) -> None:
    """Give an SQLite file that is no database any more another name: what asks it anything would fail."""
    if connection.vendor != "sqlite" or not database_path(connection).exists():
        return
    try:
        is_migrated(connection)
    except BackupError:
        connection.close()
        path = database_path(connection)
        path.rename(path.with_name(f"{path.name}.damaged"))


def is_empty_database(connection) -> bool:
    """Whether nobody has worked in it: there are no tables, or those that were only migrated."""
    if connection.vendor == "sqlite" and not database_path(connection).exists():
        return True
    if not is_migrated(connection):
        return True
    with connection.cursor() as cursor:
        for table in OF_WORK:
            cursor.execute(f'SELECT 1 FROM "{table}" LIMIT 1')
            if cursor.fetchone():
                return False
    return True


def has_uploads() -> bool:
    """Whether any file lies in a storage of uploads."""
    return any(_has_files(storages[name], "") for name in storage_names())


def _has_files(storage, folder: str) -> bool:
    try:
        folders, files = storage.listdir(folder)
    except FileNotFoundError:
        return False
    return bool(files) or any(_has_files(storage, f"{folder}/{one}".lstrip("/")) for one in folders)


def refuse_if_used(connection) -> None:
    """Raises BackupError while another process has the database open: it would go on with what it knows."""
    if connection.vendor == "sqlite":
        connection.close()
        if is_open_elsewhere(database_path(connection)):
            raise BackupError("The site is running: stop web server and worker first")
        return
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
            " AND pid <> pg_backend_pid() AND backend_type = 'client backend'"
        )
        if cursor.fetchone()[0]:
            raise BackupError("The database is in use: stop web server and worker first")


def is_open_elsewhere(path: Path) -> bool:
    """Whether another connection has an SQLite database open: only without one can its journal be put away."""
    if not path.exists():
        return False
    with contextlib.closing(sqlite3.connect(path, timeout=0, isolation_level=None)) as database:
        try:
            database.execute("PRAGMA journal_mode=DELETE").fetchone()
        except sqlite3.OperationalError:
            return True
        except sqlite3.DatabaseError:
            # No database, whatever it is.
            return False
        database.execute("PRAGMA journal_mode=WAL")
    return False


def free_bytes() -> int:
    return shutil.disk_usage(settings.DATA_DIR).free
