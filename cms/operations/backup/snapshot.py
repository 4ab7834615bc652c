"""A consistent copy of the whole database as one SQLite file, taken while the site goes on writing.

SQLite: the online backup API, within one read transaction, so that writers neither wait nor make it begin again
(sqlite.org/backup.html). PostgreSQL: our own export of one REPEATABLE READ transaction into the same kind of file.
Not pg_dump: it has to be as new as the server and is on few machines that run the site; this way a backup of either
database is restored on either, one path is tested and not two, and moving is restoring.
"""

import contextlib
import sqlite3
from collections.abc import Callable
from pathlib import Path

from django.db import connection, transaction

from cms.operations.backup import skeleton
from cms.operations.backup.errors import BackupError
from cms.operations.backup.tables import Table, all_tables, plain

PAGES = 2_000
ROWS = 2_000

Say = Callable[[str], None]


def take(path: Path, say: Say) -> None:
    """Write the copy to `path`, which must not exist. Raises BackupError, OSError, sqlite3.Error, DatabaseError."""
    path.touch(mode=0o600, exist_ok=False)
    if connection.vendor == "sqlite":
        _copy_sqlite(Path(connection.settings_dict["NAME"]), path, say)
    else:
        _export(path, say)


def _copy_sqlite(source_path: Path, path: Path, say: Say) -> None:
    def progress(_status: int, left: int, of: int) -> None:
        say(f"database: {100 * (of - left) // max(of, 1)} %")

    with contextlib.closing(connect(source_path)) as source, contextlib.closing(connect(path)) as copy:
        source.execute("BEGIN")
        source.execute("SELECT count(*) FROM sqlite_master").fetchone()
        source.backup(copy, pages=PAGES, progress=progress, sleep=0)
        # The copy is one file, without a journal beside it.
        copy.execute("PRAGMA journal_mode=DELETE")
        if (fault := copy.execute("PRAGMA quick_check(1)").fetchone()[0]) != "ok":
            raise BackupError(f"The database itself is damaged: {fault}")


def connect(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(path, timeout=20, isolation_level=None)


def _export(path: Path, say: Say) -> None:
    skeleton.make(path, say)
    tables = all_tables()
    with contextlib.closing(connect(path)) as copy, transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
        copy.execute("PRAGMA synchronous=OFF")
        copy.execute("BEGIN")
        for table in tables:
            copy.execute(f'DELETE FROM "{table.name}"')
        for number, table in enumerate(tables, start=1):
            say(f"database: table {number} of {len(tables)}")
            _export_table(table, copy)
        copy.execute("DELETE FROM django_migrations")
        with connection.cursor() as cursor:
            cursor.execute("SELECT id, app, name, applied FROM django_migrations")
            copy.executemany(
                "INSERT INTO django_migrations (id, app, name, applied) VALUES (?, ?, ?, ?)", _plain(cursor)
            )
        copy.execute("COMMIT")
        if lost := copy.execute("PRAGMA foreign_key_check").fetchone():
            raise BackupError(f"A row of {lost[0]} refers to none of {lost[2]}: the database itself is damaged")


def _export_table(table: Table, copy: sqlite3.Connection) -> None:
    with connection.chunked_cursor() as cursor:
        cursor.execute(table.select())
        copy.executemany(table.insert(), _plain(cursor))
    if not table.is_numbered:
        return
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_get_serial_sequence(%s, %s)", [f'"{table.name}"', table.key])
        cursor.execute(f"SELECT last_value, is_called FROM {cursor.fetchone()[0]}")
        last, is_called = cursor.fetchone()
    # Numbers that were given once are not given again, to whatever was deleted meanwhile.
    copy.execute("DELETE FROM sqlite_sequence WHERE name = ?", [table.name])
    copy.execute("INSERT INTO sqlite_sequence (name, seq) VALUES (?, ?)", [table.name, last if is_called else 0])


def _plain(cursor):
    while rows := cursor.fetchmany(ROWS):
        for row in rows:
            yield tuple(map(plain, row))
