"""Restoring a backup: all is made ready beside the site's place, and takes it in one step at the end."""

import gzip
import os
import shutil
import tempfile
import zlib
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.core.files import File
from django.core.files.storage import Storage
from django.db import connection

from cms.core import erasures
from cms.core.erasures import BrokenJournalError, Erasure
from cms.operations.backup import archive_reader, archive_writer
from cms.operations.backup.child import run_manage
from cms.operations.backup.errors import BackupError
from cms.operations.backup.making import count_rows
from cms.operations.backup.manifest import Manifest, check_migrations
from cms.operations.backup.named_files import named_files, place_of
from cms.operations.backup.snapshot import connect
from cms.operations.restore import target, unfinished
from cms.operations.restore.installing import install

Say = Callable[[str], None]


@dataclass(frozen=True)
class Plan:
    """A backup that was found whole and restorable, and what is to be erased again."""

    path: Path
    manifest: Manifest
    erasures: list[Erasure]
    is_replacing: bool


@dataclass(frozen=True)
class Outcome:
    """The new epoch, how many rows were erased again, and what was put right on the way."""

    epoch: str
    erased: int
    repaired: int


def plan(path: Path, journals: list[Path], *, is_replacing: bool, say: Say) -> Plan:
    """Look at everything, and touch nothing. Raises BackupError for what cannot be restored here."""
    manifest = archive_reader.check(path, say)
    if is_replacing:
        target.put_aside_damaged(connection)
    check_migrations(manifest)
    is_empty = target.is_empty_database(connection) and not target.has_uploads()
    if not is_empty and not is_replacing and not unfinished.began_on_empty():
        raise BackupError("There is a site here already: restore to an empty place, or in place of it with --replace")
    target.refuse_if_used(connection)
    needed = 3 * manifest.database_size + sum(size for size, _digest in manifest.files.values())
    if (free := target.free_bytes()) < needed:
        raise BackupError(
            f"The disk is too full: {needed // 2**20} MB are needed in DATA_DIR, {free // 2**20} MB are free"
        )
    return Plan(path, manifest, _erasures(journals), is_replacing=not is_empty)


def _erasures(journals: list[Path]) -> list[Erasure]:
    """Return what the given journals say, and the one that has survived here. (The backup's own is in its rows.)"""
    if missing := [str(path) for path in journals if not path.is_file()]:
        raise BackupError(f"There is no journal {missing[0]}")
    try:
        found = [erasure for path in [settings.ERASURE_JOURNAL, *journals] for erasure in erasures.read(path)]
        erasures.refuse_unknown(found)
    except BrokenJournalError as error:
        raise BackupError(str(error)) from error
    return list(dict.fromkeys(found))


def restore(plan: Plan, *, has_reconcile: bool, say: Say) -> Outcome:
    """Do it. Raises BackupError, OSError; whatever stops it leaves the mark that keeps a half site from starting."""
    settings.DATA_DIR.mkdir(parents=True, exist_ok=True)
    was_empty = not plan.is_replacing or unfinished.began_on_empty()
    unfinished.begin(unfinished.EMPTY if was_empty else unfinished.REPLACED)
    for left in settings.DATA_DIR.glob(".restoring-*"):
        shutil.rmtree(left)
    with tempfile.TemporaryDirectory(prefix=".restoring-", dir=settings.DATA_DIR) as folder:
        database, journal = Path(folder, "database.sqlite3"), Path(folder, archive_writer.ERASURES)
        _unpack(plan, database, journal, say)
        _check_rows(plan.manifest, database)
        erasures.append(plan.erasures, journal)
        say("database: brought to this release")
        command = ["prepare_restored", f"--erasures={journal}", *([] if has_reconcile else ["--no-reconcile"])]
        epoch, erased, repaired = run_manage(command, database=database).split()[-3:]
        _check_files(plan.manifest, database)
        # Uploads are on the disk before the rows that name them.
        os.sync()
        install(database, connection, say)
        # What was erased is written down here again, whichever journal it came from.
        known = set(erasures.read(settings.ERASURE_JOURNAL))
        erasures.append(one for one in erasures.read(journal) if one not in known)
    unfinished.end()
    return Outcome(epoch, int(erased), int(repaired))


def _unpack(plan: Plan, database: Path, journal: Path, say: Say) -> None:
    """Put the uploads where they belong, and database and journal beside. Raises BackupError."""
    of = len(plan.manifest.files)
    for done, (member, file) in enumerate(archive_reader.members(plan.path), start=1):
        archive_reader.check_name(member)
        if member == archive_writer.DATABASE:
            _unpack_database(file, database, plan.manifest.database_size)
        elif member == archive_writer.ERASURES:
            journal.write_bytes(file.read())
        elif member == archive_writer.SECRET_KEY:
            _take_key(file.read(1000))
        else:
            storage, name = place_of(member)
            _put(storage, name, file, *plan.manifest.files[member])
        if done % 50 == 0 or done == of:
            say(f"files: {done} of {of}")


def _unpack_database(packed, path: Path, size: int) -> None:
    path.touch(mode=0o600)
    try:
        with gzip.open(packed) as source, path.open("wb") as copy:
            while data := source.read(1024 * 1024):
                copy.write(data)
                if copy.tell() > size:
                    raise BackupError(f"{archive_reader.BROKEN}: its database is larger than it says")
    except (EOFError, zlib.error, gzip.BadGzipFile) as error:
        raise BackupError(f"{archive_reader.BROKEN}: its database cannot be unpacked") from error


def _take_key(data: bytes) -> None:
    """Take the backup's key where this folder makes its own; one that the environment names stays."""
    path = settings.DATA_DIR / "secret_key"
    if path.exists() and path.read_text().strip() == settings.SECRET_KEY:
        path.write_bytes(data)


def _put(storage: Storage, name: str, file, size: int, digest: str) -> None:
    if storage.exists(name):
        with storage.open(name) as found:
            if archive_reader.digest_of(found) == digest:
                return
        storage.delete(name)
    saved = storage.save(name, File(file, name=name))
    if saved != name or storage.size(name) != size:
        raise BackupError(f"{name} could not be stored under its name")


def _check_rows(manifest: Manifest, database: Path) -> None:
    with closing(connect(database)) as snapshot:
        if snapshot.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok":
            raise BackupError(f"{archive_reader.BROKEN}: its database is")
        for table, count in manifest.tables.items():
            found = snapshot.execute(f'SELECT count(*) FROM "{table}"').fetchone()[0]
            if found != count:
                raise BackupError(f"{archive_reader.BROKEN}: {table} has {found} rows and should have {count}")


def _check_files(manifest: Manifest, database: Path) -> None:
    """Whatever the rows name now is there, but what was missing when the backup was made."""
    with closing(connect(database)) as snapshot:
        count_rows(snapshot)
        missing = set(manifest.missing)
        for member in named_files(snapshot):
            storage, name = place_of(member)
            if member not in missing and not storage.exists(name):
                raise BackupError(f"{member} is not where its row says")
