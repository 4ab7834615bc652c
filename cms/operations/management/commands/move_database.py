"""`manage.py move_database TARGET_URL`: from SQLite to PostgreSQL, with every id, uuid and file name kept."""

import contextlib
import sqlite3
import tempfile
from pathlib import Path

import dj_database_url
from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError, connection, connections

from cms.delivery.models import new_epoch
from cms.operations.backup import snapshot
from cms.operations.backup.errors import BackupError
from cms.operations.restore import target
from cms.operations.restore.installing import index, migrate
from cms.operations.restore.loading import load
from cms.operations.start.progress import Step

ALIAS = "move_target"


class Command(BaseCommand):
    help = (
        "Copy the SQLite database to an empty PostgreSQL database, in one transaction that is compared row by row"
        " before it commits. Uploads stay where they are. Stop the site first; afterwards set DATABASE_URL."
    )

    def add_arguments(self, parser):
        parser.add_argument("target_url", help="postgres://user:password@host:5432/name")

    def handle(self, *args, target_url, **options):
        self.open_target(target_url)
        try:
            with Step(self.stdout, "Move") as step:
                rows, epoch = self.move(target_url, step.say)
                index(target_url, step.say)
                step.say(f"{rows} rows, compared")
        except BackupError as error:
            raise CommandError(str(error)) from error
        except (OSError, sqlite3.Error, DatabaseError) as error:
            raise CommandError(f"Nothing was moved: {str(error).strip()}") from error
        finally:
            connections[ALIAS].close()
        self.stdout.write(
            f"New epoch {epoch}. Set DATABASE_URL to the new database and start the site; the old one is as it was."
        )

    def open_target(self, url: str) -> None:
        """Name the target among the connections. Raises CommandError for what is no PostgreSQL."""
        if connection.vendor != "sqlite":
            raise CommandError("The database is not SQLite: back it up and restore it elsewhere")
        try:
            parsed = dj_database_url.parse(url)
        except Exception as error:
            raise CommandError("TARGET_URL must be like postgres://user:password@host:5432/name") from error
        if parsed["ENGINE"] != "django.db.backends.postgresql":
            raise CommandError("TARGET_URL must name a PostgreSQL database: postgres://user:password@host:5432/name")
        options = {"connect_timeout": 5, **parsed.get("OPTIONS", {})}
        parsed |= {"ENGINE": "cms.delivery.databases.postgresql", "OPTIONS": options, "CONN_MAX_AGE": 0}
        connections.databases[ALIAS] = {**connections.databases["default"], **parsed}

    def move(self, url: str, say) -> tuple[int, str]:
        there = connections[ALIAS]
        if not target.is_empty_database(there):
            raise BackupError("The target holds a site already: move to an empty database")
        target.refuse_if_used(connection)
        target.refuse_if_used(there)
        migrate(url, say)
        with (
            tempfile.TemporaryDirectory(prefix=".moving-", dir=settings.DATA_DIR) as folder,
            nobody_writes(target.database_path(connection)),
        ):
            copy = Path(folder, "database.sqlite3")
            snapshot.take(copy, say)
            with contextlib.closing(snapshot.connect(copy)) as database:
                epoch = new_epoch()
                database.execute("UPDATE delivery_deliverysequence SET epoch = ?", [epoch])
                for table in ("operations_lease", "operations_workerpulse"):
                    database.execute(f"DELETE FROM {table}")
            return load(copy, there, say), epoch


@contextlib.contextmanager
def nobody_writes(path: Path):
    """Keep SQLite's write lock: what would be written now would not be moved."""
    with contextlib.closing(snapshot.connect(path)) as database:
        database.execute("BEGIN IMMEDIATE")
        yield
        database.execute("ROLLBACK")
