"""The rows of a snapshot in PostgreSQL: one transaction that is compared with the snapshot before it commits."""

import contextlib
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path

from django.db import DatabaseError, transaction

from cms.operations.backup.errors import BackupError
from cms.operations.backup.snapshot import connect
from cms.operations.backup.tables import Digest, Table, all_tables, plain, rows_digest

ROWS = 2_000

Say = Callable[[str], None]


def load(snapshot: Path, connection, say: Say) -> int:
    """Put a snapshot's rows in place of all there are; return how many.

    The schema is there, and the snapshot has the same. Ids stay, and numbers are given on from where they were.
    Raises BackupError, and then nothing has changed.
    """
    tables = all_tables()
    with contextlib.closing(connect(snapshot)) as source:
        try:
            _compare_migrations(source, connection)
            with transaction.atomic(using=connection.alias), connection.cursor() as cursor:
                cursor.execute("SET LOCAL TIME ZONE 'UTC'")
                _empty(tables, connection, cursor)
                digests = {}
                for number, table in enumerate(tables, start=1):
                    say(f"table {number} of {len(tables)}")
                    digests[table.name] = _copy(table, source, cursor)
                # Now, and not at the commit: a row that refers to none is told by its table's name.
                cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
                for number, table in enumerate(tables, start=1):
                    say(f"table {number} of {len(tables)} compared")
                    _number_on(table, source, cursor)
                    if rows_digest(table, _rows(table, connection)) != digests[table.name]:
                        raise BackupError(f"{table.name} does not hold the same afterwards")
        except DatabaseError as error:
            raise BackupError(f"The database refused: {str(error).strip().splitlines()[0]}") from error
    return sum(digest.count for digest in digests.values())


def _compare_migrations(source: sqlite3.Connection, connection) -> None:
    """Raises BackupError unless both have the same schema."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT app, name FROM django_migrations")
        differing = sorted(set(source.execute("SELECT app, name FROM django_migrations")) ^ set(cursor.fetchall()))
    if differing:
        raise BackupError(f"Migration {'.'.join(differing[0])} is applied to one database only: run manage.py migrate")


def _empty(tables: list[Table], connection, cursor) -> None:
    there = set(connection.introspection.table_names(cursor))
    if missing := sorted({table.name for table in tables} - there):
        raise BackupError(f"The database has no table {missing[0]}: run manage.py migrate")
    names = ", ".join(f'"{name}"' for name in sorted(there - {"django_migrations"}))
    cursor.execute(f"TRUNCATE {names}")


def _copy(table: Table, source: sqlite3.Connection, cursor) -> Digest:
    digest = Digest(table)
    try:
        with cursor.copy(table.copy()) as copy:
            for row in digest.following(source.execute(table.select())):
                copy.write_row(row)
    except Exception as error:
        # psycopg's own errors: Django wraps those of `execute` alone.
        raise BackupError(f"{table.name}, row {digest.count}: {str(error).strip().splitlines()[0]}") from error
    return digest


def _number_on(table: Table, source: sqlite3.Connection, cursor) -> None:
    if not table.is_numbered:
        return
    cursor.execute("SELECT pg_get_serial_sequence(%s, %s)", [f'"{table.name}"', table.key])
    sequence = cursor.fetchone()[0]
    given = source.execute("SELECT seq FROM sqlite_sequence WHERE name = ?", [table.name]).fetchone()
    cursor.execute(f'SELECT max("{table.key}") FROM "{table.name}"')
    last = max((given or [0])[0] or 0, cursor.fetchone()[0] or 0)
    cursor.execute("SELECT setval(%s, %s, %s)", [sequence, max(last, 1), last > 0])


def _rows(table: Table, connection) -> Iterator[tuple]:
    with connection.chunked_cursor() as cursor:
        cursor.execute(table.select())
        while rows := cursor.fetchmany(ROWS):
            for row in rows:
                yield tuple(map(plain, row))
