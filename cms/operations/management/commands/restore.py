"""`manage.py restore FILE`: a backup onto an empty machine, or in place of the site that is here."""

import sqlite3
import tarfile
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError

from cms.core.storages.away import StorageAwayError
from cms.operations.backup.errors import BackupError
from cms.operations.backup.manifest import key_digest
from cms.operations.restore.restoring import Plan, plan, restore
from cms.operations.start.progress import Step


class Command(BaseCommand):
    help = (
        "Check a backup to its last byte, then restore it: database and uploads, verified, with a new epoch, and with"
        " every erasure of personal data done again that a journal of erasures knows. Stop the site first."
    )
    # A restore that was broken off is what one of them complains of.
    requires_system_checks = []

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path)
        parser.add_argument("--replace", action="store_true", help="The site that is here now is given up.")
        parser.add_argument(
            "--erasures",
            type=Path,
            action="append",
            default=[],
            metavar="FILE",
            help="A journal of erasures that has survived elsewhere (DATA_DIR/erasures.jsonl is read anyhow).",
        )
        parser.add_argument("--check", action="store_true", help="Only say whether it could be restored here.")
        parser.add_argument("--no-reconcile", action="store_true", help="Leave what is derived to the nightly repair.")

    def handle(self, *args, file, replace, erasures, check, no_reconcile, **options):
        try:
            with Step(self.stdout, "Check") as step:
                planned = plan(file, erasures, is_replacing=replace, say=step.say)
            if check:
                return
            with Step(self.stdout, "Restore") as step:
                done = restore(planned, has_reconcile=not no_reconcile, say=step.say)
                step.say("done")
        except BackupError as error:
            raise CommandError(str(error)) from error
        except (OSError, StorageAwayError, tarfile.TarError, sqlite3.Error, DatabaseError) as error:
            raise CommandError(f"Nothing was restored: {error}") from error
        self.report(planned, done)

    def report(self, planned: Plan, done) -> None:
        manifest = planned.manifest
        self.stdout.write(
            f"As of {manifest.made_at}: {sum(manifest.tables.values())} rows, {len(manifest.files)} files."
            f" New epoch {done.epoch}; {done.repaired} repaired; {done.erased} erased again."
        )
        newest = max((erasure.at for erasure in planned.erasures), default="")
        if newest < manifest.made_at:
            self.stdout.write(
                "No journal here knows of an erasure since then. If one has survived elsewhere, restore again with it."
            )
        if manifest.key_digest != key_digest() and "secret_key" not in manifest.files:
            self.stdout.write(
                "SECRET_KEY is not the backup's: sessions, tracking codes, API keys and webhook secrets made with the"
                " other one are void, unless it is set again."
            )
        self.stdout.write("Passwords, roles and keys that were changed or revoked since then are as they were.")
