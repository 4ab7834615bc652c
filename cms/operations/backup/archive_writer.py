"""Writing a backup: a tar that has its name only when it is whole and on the disk, readable by its owner alone."""

import hashlib
import io
import os
import tarfile
from contextlib import contextmanager
from pathlib import Path

from cms.operations.backup.errors import BackupError
from cms.operations.backup.manifest import Manifest, marker

MARKER, MANIFEST, MANIFEST_DIGEST = "backup.json", "manifest.json", "manifest.sha256"
DATABASE, ERASURES, SECRET_KEY = "database.sqlite3.gz", "erasures.jsonl", "secret_key"
UNFINISHED = ".unfinished"


class _Hashing:
    """A file that is read once, and hashed on the way."""

    def __init__(self, file):
        self._file, self.digest = file, hashlib.sha256()

    def read(self, size: int = -1) -> bytes:
        data = self._file.read(size)
        self.digest.update(data)
        return data


class ArchiveWriter:
    """Adds members, and knows their sizes and digests: `contents` is a manifest's `files`."""

    def __init__(self, tar: tarfile.TarFile):
        self._tar = tar
        self.contents: dict[str, list] = {}
        self._add(MARKER, io.BytesIO(marker()), len(marker()))

    def add(self, member: str, file, size: int) -> None:
        """Add `size` bytes of `file`. Raises BackupError where there are fewer."""
        try:
            self.contents[member] = [size, self._add(member, file, size)]
        except OSError as error:
            if isinstance(error, tarfile.TarError) or error.errno is None:
                raise BackupError(f"{member} became shorter while it was read") from error
            raise

    def finish(self, manifest: Manifest) -> None:
        manifest.files = self.contents
        data = manifest.to_json()
        digest = self._add(MANIFEST, io.BytesIO(data), len(data))
        self._add(MANIFEST_DIGEST, io.BytesIO(digest.encode()), len(digest))

    def _add(self, member: str, file, size: int) -> str:
        info = tarfile.TarInfo(member)
        info.size, info.mode = size, 0o600
        hashing = _Hashing(file)
        self._tar.addfile(info, hashing)
        return hashing.digest.hexdigest()


@contextmanager
def new_archive(path: Path):
    """Give an ArchiveWriter; at the end of the block the file is at `path`, after an error nothing is.

    Raises BackupError where there is a file already.
    """
    if path.exists():
        raise BackupError(f"{path} is there already: it is not overwritten")
    part = path.with_name(f".{path.name}.{os.getpid()}{UNFINISHED}")
    descriptor = os.open(part, os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_CLOEXEC, 0o600)
    try:
        with os.fdopen(descriptor, "wb") as file:
            with tarfile.open(fileobj=file, mode="w", format=tarfile.PAX_FORMAT) as tar:
                yield ArchiveWriter(tar)
            file.flush()
            os.fsync(file.fileno())
        part.rename(path)
        sync_folder(path.parent)
    except BaseException:
        part.unlink(missing_ok=True)
        raise


def sync_folder(folder: Path) -> None:
    """Have the names in a folder on the disk."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
