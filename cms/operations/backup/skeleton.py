"""An empty SQLite database of this release's schema, made by its migrations once a release and kept."""

import hashlib
import os
import shutil
from pathlib import Path

from django.conf import settings
from django.db.migrations.loader import MigrationLoader

from cms.operations.backup.child import run_manage
from cms.operations.backup.errors import BackupError

NAME = ".schema-{digest}.sqlite3"


def make(path: Path, say) -> None:
    """Write it over `path`. Raises BackupError."""
    kept = settings.BACKUP_FOLDER / NAME.format(digest=_digest())
    if not kept.exists():
        say("an empty database of this release, made once")
        kept.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        for old in kept.parent.glob(NAME.format(digest="*")):
            old.unlink()
        part = kept.with_suffix(f".{os.getpid()}.part")
        try:
            run_manage(["migrate", "--no-input", "--verbosity=0", "--skip-checks"], database=part)
            part.rename(kept)
        except BackupError:
            part.unlink(missing_ok=True)
            raise
    shutil.copyfile(kept, path)


def _digest() -> str:
    names = sorted(MigrationLoader(None).disk_migrations)
    return hashlib.sha256(repr(names).encode()).hexdigest()[:16]
