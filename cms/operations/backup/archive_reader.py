"""Reading a backup, which may be anything: checked to its last byte before anything of it is used.

No member is ever unpacked to a path of its own choosing: each is read as a stream, and goes where its place in the
manifest says.
"""

import hashlib
import tarfile
from collections.abc import Callable, Iterator
from pathlib import Path, PurePosixPath
from typing import IO

from cms.operations.backup.archive_writer import DATABASE, ERASURES, MANIFEST, MANIFEST_DIGEST, MARKER, SECRET_KEY
from cms.operations.backup.errors import BackupError
from cms.operations.backup.manifest import Manifest, check_marker
from cms.operations.backup.named_files import PREFIX, storage_names

CHUNK = 1024 * 1024
BROKEN = "This backup is damaged"
# Longer lists of contents are nobody's: a million files make some 200 MB.
LARGEST_MANIFEST = 1024 * 1024 * 1024


def check(path: Path, say: Callable[[str], None]) -> Manifest:
    """Read it all; return its manifest if every byte is as it was written. Raises BackupError."""
    try:
        return _check(path, say)
    except tarfile.TarError as error:
        raise BackupError(f"{BROKEN}: it ends early") from error


def _check(path: Path, say: Callable[[str], None]) -> Manifest:
    found: dict[str, list] = {}
    manifest = digest = manifest_digest = None
    for info, file in _members(path):
        if not found and manifest is None:
            if info.name != MARKER:
                raise BackupError("This is no backup of this project")
            check_marker(file.read(1000))
            found[MARKER] = []
        elif info.name == MANIFEST:
            if info.size > LARGEST_MANIFEST:
                raise BackupError(f"{BROKEN}: its list of contents is too long")
            data = file.read()
            manifest, digest = Manifest.from_json(data), hashlib.sha256(data).hexdigest()
        elif info.name == MANIFEST_DIGEST:
            manifest_digest = file.read(100).decode("ascii", "replace")
        else:
            if info.name in found:
                raise BackupError(f"{BROKEN}: {info.name!r} is in it twice")
            check_name(info.name)
            found[info.name] = [info.size, digest_of(file)]
            if len(found) % 100 == 0:
                say(f"{len(found)} files are as they were")
    found.pop(MARKER, None)
    if manifest is None or manifest_digest is None:
        raise BackupError(f"{BROKEN}: it ends early")
    if digest != manifest_digest:
        raise BackupError(f"{BROKEN}: its list of contents was changed")
    _compare(manifest, found)
    say(f"{len(found)} files are as they were")
    return manifest


def _compare(manifest: Manifest, found: dict[str, list]) -> None:
    for name in manifest.files.keys() | found.keys():
        if manifest.files.get(name) != found.get(name):
            what = (
                "is missing"
                if name not in found
                else "is not on its list"
                if name not in manifest.files
                else "was changed"
            )
            raise BackupError(f"{BROKEN}: {name} {what}")
    if DATABASE not in found or ERASURES not in found:
        raise BackupError(f"{BROKEN}: it holds no database")


def check_name(name: str) -> None:
    """Raises BackupError unless a member of this name has a place here."""
    if name in (DATABASE, ERASURES, SECRET_KEY):
        return
    parts = name.split("/")
    is_placed = len(parts) > 2 and parts[0] == PREFIX and parts[1] in storage_names()
    if not is_placed or ".." in parts or str(PurePosixPath(name)) != name or "\0" in name or "\\" in name:
        raise BackupError(f"{BROKEN}: {name!r} is no name of a file in a backup")


def members(path: Path) -> Iterator[tuple[str, IO[bytes]]]:
    """Give name and content of what a checked backup holds, in its order."""
    for info, file in _members(path):
        if info.name not in (MARKER, MANIFEST, MANIFEST_DIGEST):
            yield info.name, file


def _members(path: Path) -> Iterator[tuple[tarfile.TarInfo, IO[bytes]]]:
    is_open = False
    try:
        with tarfile.open(path, mode="r:") as tar:
            is_open = True
            for info in tar:
                if not info.isreg():
                    raise BackupError(f"{BROKEN}: {info.name!r} is no ordinary file")
                yield info, tar.extractfile(info)
                # A list of a million members would be kept otherwise.
                tar.members = []
    except (tarfile.TarError, EOFError, ValueError) as error:
        raise BackupError(f"{BROKEN}: it ends early" if is_open else "This is no backup of this project") from error
    except OSError as error:
        raise BackupError(f"{path} cannot be read: {error.strerror}") from error


def digest_of(file: IO[bytes]) -> str:
    digest = hashlib.sha256()
    while data := file.read(CHUNK):
        digest.update(data)
    return digest.hexdigest()
