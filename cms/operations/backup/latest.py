"""The last backup that was made, as the database remembers it: for whoever watches over the site."""

from dataclasses import dataclass
from datetime import datetime

from cms.operations.worker.stored_mark import StoredMark

MARK = "last backup"


@dataclass(frozen=True)
class LatestBackup:
    """When it was made, how large it is in bytes, and how many files it holds."""

    made_at: datetime
    size: int
    files: int


def remember(backup: LatestBackup) -> None:
    StoredMark.write(MARK, f"{backup.made_at.isoformat(timespec='seconds')} {backup.size} {backup.files}")


def latest_backup() -> LatestBackup | None:
    """Return it; None if none was ever made. One query."""
    text = StoredMark.read(MARK)
    if not text:
        return None
    made_at, size, files = text.split()
    return LatestBackup(datetime.fromisoformat(made_at), int(size), int(files))
