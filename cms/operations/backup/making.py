"""Making a backup while the site runs."""

import contextlib
import gzip
import os
import shutil
import sqlite3
import tempfile
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from django.conf import settings
from django.db import connection

from cms.core import erasures
from cms.operations.backup import archive_writer, snapshot
from cms.operations.backup.archive_writer import ArchiveWriter, new_archive
from cms.operations.backup.errors import BackupError
from cms.operations.backup.manifest import Manifest, key_digest
from cms.operations.backup.named_files import named_files, place_of
from cms.operations.backup.tables import all_tables
from cms.operations.worker.repair import release_digest

# A file that its row's transaction deleted while it was looked for: then the database is looked at again.
ROUNDS = 5

Say = Callable[[str], None]


def make_backup(path: Path, say: Say) -> Manifest:
    """Write a backup of everything to `path`; return what is in it.

    Uploads are those that the rows of the copied database name. If one of them has been deleted meanwhile, the
    database is copied again: so rows and files agree. Raises BackupError, OSError.
    """
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    with (
        tempfile.TemporaryDirectory(prefix=".making-", suffix=archive_writer.UNFINISHED, dir=path.parent) as folder,
        new_archive(path) as archive,
    ):
        copy, missing = Path(folder, "database.sqlite3"), None
        for _round in range(ROUNDS):
            copy.unlink(missing_ok=True)
            snapshot.take(copy, say)
            with contextlib.closing(snapshot.connect(copy)) as database:
                before, missing = missing, _add_files(archive, list(named_files(database)), say)
            if not missing or missing == before:
                break
        with contextlib.closing(snapshot.connect(copy)) as database:
            manifest = _describe(database, copy.stat().st_size)
        manifest.missing = sorted(missing)
        _add_beside(archive)
        _add_database(archive, copy, say)
        archive.finish(manifest)
    return manifest


def _add_files(archive: ArchiveWriter, members: list[str], say: Say) -> set[str]:
    """Add what is not added yet; return those that are not there."""
    missing = set()
    for number, member in enumerate(members, start=1):
        if member in archive.contents:
            continue
        storage, name = place_of(member)
        try:
            with storage.open(name) as file:
                archive.add(member, file, file.size)
        except FileNotFoundError:
            missing.add(member)
        if number % 50 == 0 or number == len(members):
            say(f"uploads: {number} of {len(members)}")
    return missing


def _add_beside(archive: ArchiveWriter) -> None:
    """Add the journal of erasures; and the key, where it is this folder's own and not the environment's."""
    erasures.complete()
    own_key = settings.DATA_DIR / "secret_key"
    places = {archive_writer.ERASURES: settings.ERASURE_JOURNAL}
    if own_key.exists() and own_key.read_text().strip() == settings.SECRET_KEY:
        places[archive_writer.SECRET_KEY] = own_key
    for member, place in places.items():
        with (place if place.exists() else Path(os.devnull)).open("rb") as file:
            # It may grow meanwhile, by whole lines.
            archive.add(member, file, os.fstat(file.fileno()).st_size)


def _add_database(archive: ArchiveWriter, copy: Path, say: Say) -> None:
    say("database: packed")
    packed = copy.with_suffix(".gz")
    with copy.open("rb") as source, gzip.open(packed, "wb", compresslevel=3) as target:
        shutil.copyfileobj(source, target, 1024 * 1024)
    with packed.open("rb") as file:
        archive.add(archive_writer.DATABASE, file, packed.stat().st_size)


def _describe(database: sqlite3.Connection, size: int) -> Manifest:
    def all_of(sql: str) -> list[tuple]:
        return database.execute(sql).fetchall()

    try:
        epoch, sequence = (all_of("SELECT epoch, value FROM delivery_deliverysequence") or [("", 0)])[0]
        return Manifest(
            made_at=datetime.now(UTC).isoformat(timespec="seconds"),
            release=release_digest(),
            database=connection.vendor,
            migrations=[f"{app}.{name}" for app, name in all_of("SELECT app, name FROM django_migrations ORDER BY id")],
            epoch=epoch,
            sequence=sequence,
            key_digest=key_digest(),
            tables=count_rows(database),
            database_size=size,
        )
    except sqlite3.OperationalError as error:
        raise BackupError(f"The database is not that of this release ({error}): run manage.py migrate") from error


def count_rows(database: sqlite3.Connection) -> dict[str, int]:
    """Return how many rows each table of a snapshot has."""
    return {
        table.name: database.execute(f'SELECT count(*) FROM "{table.name}"').fetchone()[0] for table in all_tables()
    }
