"""The one step by which a prepared database becomes the site's."""

import os
from collections.abc import Callable
from pathlib import Path

from cms.operations.backup.archive_writer import sync_folder
from cms.operations.backup.child import run_manage
from cms.operations.backup.snapshot import connect
from cms.operations.restore import target
from cms.operations.restore.loading import load

Say = Callable[[str], None]


def install(database: Path, connection, say: Say) -> None:
    """Put a prepared snapshot in the place of `connection`'s database. Raises BackupError; then that is as it was."""
    if connection.vendor == "sqlite":
        _replace_file(database, connection)
    else:
        migrate(None, say)
        load(database, connection, lambda text: say(f"database: {text}"))
        index(None, say)


def _replace_file(database: Path, connection) -> None:
    connection.close()
    path = target.database_path(connection)
    path.parent.mkdir(parents=True, exist_ok=True)
    with connect(database) as copy:
        # One file, without a journal beside it.
        copy.execute("PRAGMA journal_mode=DELETE")
    copy.close()
    with database.open("rb") as file:
        os.fsync(file.fileno())
    # Also puts the old one's journal away: beside another database it would destroy that.
    target.refuse_if_used(connection)
    for suffix in ("-wal", "-shm"):
        path.with_name(path.name + suffix).unlink(missing_ok=True)
    database.replace(path)
    sync_folder(path.parent)


def migrate(url: str | None, say: Say) -> None:
    """Make the schema of this release at a DATABASE_URL, or in this process's own database."""
    say("tables of this release are made")
    run_manage(["migrate", "--no-input", "--verbosity=0", "--skip-checks"], database=url)


def index(url: str | None, say: Say) -> None:
    """Make the index that Wagtail's admin searches by: each database has its own kind."""
    say("search of the admin is made")
    run_manage(["update_index", "--verbosity=0", "--skip-checks"], database=url)
