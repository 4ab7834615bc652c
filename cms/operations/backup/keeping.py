"""Which backups are kept: of the last seven days, five weeks and three months one each; and never fewer than three.

None is kept for longer than that: what was erased by a person's right is in no backup after some ninety days.
"""

import fcntl
import os
import re
import shutil
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

from cms.operations.backup.archive_writer import UNFINISHED
from cms.operations.backup.errors import BackupError

NAME = "backup-%Y%m%dT%H%M%SZ.tar"
_PATTERN = re.compile(r"backup-(\d{8}T\d{6}Z)\.tar")
FEWEST = 3
DAYS, WEEKS, MONTHS = 7, 5, 3


def new_name(now: datetime) -> str:
    return now.astimezone(UTC).strftime(NAME)


def backups_in(folder: Path) -> dict[Path, datetime]:
    """Return the backups that lie in a folder under names of ours, the newest first."""
    found = {
        path: datetime.strptime(match[1], "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC)
        for path in folder.glob("backup-*.tar")
        if (match := _PATTERN.fullmatch(path.name))
    }
    return dict(sorted(found.items(), key=lambda item: item[1], reverse=True))


def superfluous(backups: dict[Path, datetime], now: datetime) -> list[Path]:
    """Return those that need not be kept any more."""
    kept = set(list(backups)[:FEWEST])
    for age, label in (
        (timedelta(days=DAYS), "%Y-%m-%d"),
        (timedelta(weeks=WEEKS), "%G-%V"),
        (timedelta(days=31 * MONTHS), "%Y-%m"),
    ):
        newest: dict[str, Path] = {}
        for path, made_at in backups.items():
            if made_at > now - age:
                newest.setdefault(made_at.strftime(label), path)
        kept |= set(newest.values())
    return [path for path in backups if path not in kept]


def remove_superfluous(folder: Path, now: datetime) -> int:
    """Delete them; return how many."""
    found = superfluous(backups_in(folder), now)
    for path in found:
        path.unlink(missing_ok=True)
    return len(found)


@contextmanager
def only_one(folder: Path):
    """Make sure that nobody else makes a backup in this folder; what a killed one left is removed first."""
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    lock = os.open(folder / ".lock", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    try:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise BackupError("Another backup is being made") from error
        for left in folder.glob(f".*{UNFINISHED}"):
            shutil.rmtree(left) if left.is_dir() else left.unlink()
        yield
    finally:
        os.close(lock)
