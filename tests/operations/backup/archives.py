"""Small backups for tests, and what may have become of them."""

import io
import tarfile
from pathlib import Path

from cms.operations.backup import archive_writer
from cms.operations.backup.archive_writer import new_archive
from cms.operations.backup.manifest import Manifest

PICTURE = "files/default/original_images/thợ-mỏ.jpg"


def make(path: Path, *, migrations=("users.0001_initial",), extra: dict[str, bytes] | None = None, **values) -> Path:
    """Write a backup with one upload and something in the place of a database."""
    described = {
        "made_at": "2026-01-01T00:00:00+00:00",
        "release": "r",
        "database": "sqlite",
        "epoch": "e",
        "sequence": 1,
        "key_digest": "k",
        "tables": {},
        "database_size": 10,
    }
    contents = {PICTURE: b"picture" * 500, archive_writer.ERASURES: b"", archive_writer.DATABASE: b"rows" * 2000}
    with new_archive(path) as archive:
        for name, data in {**contents, **(extra or {})}.items():
            archive.add(name, io.BytesIO(data), len(data))
        archive.finish(Manifest(migrations=list(migrations), **(described | values)))
    return path


def rewrite(path: Path, change) -> None:
    """Write a tar again, with what `change(name, data)` makes of each member: (TarInfo, data), or None."""
    with tarfile.open(path) as tar:
        members = [(info.name, tar.extractfile(info).read()) for info in tar]
    with tarfile.open(path, "w") as tar:
        for name, data in members:
            changed = change(name, data)
            if changed is not None:
                info, data = changed
                info.size = len(data) if info.isreg() else 0
                tar.addfile(info, io.BytesIO(data))
