"""`manage.py backup [FILE]`: everything in one file, made while the site runs."""

import sqlite3
from datetime import UTC, datetime
from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError

from cms.core.storages.away import StorageAwayError
from cms.operations.backup import keeping, latest
from cms.operations.backup.errors import BackupError
from cms.operations.backup.making import make_backup
from cms.operations.start.progress import Step


class Command(BaseCommand):
    help = (
        "Write a consistent backup of database and uploads to FILE, readable by its owner alone. Without FILE: to"
        " DATA_DIR/backups, where old ones are removed by a rule."
    )

    def add_arguments(self, parser):
        parser.add_argument("file", nargs="?", type=Path, help="It must not exist yet.")

    def handle(self, *args, file, **options):
        now = datetime.now(UTC)
        path = (file or settings.BACKUP_FOLDER / keeping.new_name(now)).absolute()
        try:
            with keeping.only_one(settings.BACKUP_FOLDER), Step(self.stdout, "Backup") as step:
                manifest = make_backup(path, step.say)
                removed = 0 if file else keeping.remove_superfluous(settings.BACKUP_FOLDER, now)
                step.say(f"{sum(manifest.tables.values())} rows, {len(manifest.files)} files")
        except BackupError as error:
            raise CommandError(str(error)) from error
        except (OSError, StorageAwayError, sqlite3.Error, DatabaseError) as error:
            raise CommandError(f"No backup was made: {error}") from error
        self._remember(latest.LatestBackup(now, path.stat().st_size, len(manifest.files)))
        for member in manifest.missing:
            self.stderr.write(f"{member}: a row names it, and it is not there")
        if removed:
            self.stdout.write(f"{removed} old one(s) removed")
        self.stdout.write(str(path))

    def _remember(self, backup: latest.LatestBackup) -> None:
        try:
            latest.remember(backup)
        except DatabaseError as error:
            self.stderr.write(f"The backup is whole; that it was made could not be noted: {error}")
