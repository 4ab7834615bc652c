"""A process's journal: what is written there survives the process, and waits a second or so for the database.

One file has one writer, who holds its lock as long as he lives; whoever can lock it may read it to the end and delete
it. So a killed process loses nothing that it has acknowledged, and nobody waits for the database. (A machine that loses
its power loses the last seconds: as with the database's own journal, nothing is forced to the disk.)
"""

import fcntl
import os
import secrets
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

SUFFIX = ".journal"
# Where the database is away for hours, a counter must not fill the disk.
MAX_BYTES = 64 * 1024 * 1024


class Journal:
    """Appends lines to a file of its own in `folder`."""

    def __init__(self, folder: Path, max_bytes: int = MAX_BYTES):
        self.folder = folder
        self.max_bytes = max_bytes
        self._lock = threading.Lock()
        self._file: int | None = None
        self._size = 0

    def append(self, line: bytes) -> None:
        """Write a line, without its end. Raises OSError where it cannot be kept."""
        data = line + b"\n"
        with self._lock:
            if self._file is None:
                self._open()
            if self._size + len(data) > self.max_bytes:
                raise OSError("the journal is full")
            written = 0
            try:
                written = os.write(self._file, data)
            finally:
                if written == len(data):
                    self._size += written
                else:
                    # Half a line would spoil the next.
                    os.ftruncate(self._file, self._size)
            if written != len(data):
                raise OSError("the disk is full")

    def seal(self) -> bool:
        """Give the file up, to whoever counts it; return whether there was anything in it."""
        with self._lock:
            if not self._size:
                return False
            os.close(self._file)
            self._file, self._size = None, 0
            return True

    def _open(self) -> None:
        self.folder.mkdir(parents=True, exist_ok=True)
        name = self.folder / secrets.token_hex(16)
        file = os.open(name, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_APPEND | os.O_CLOEXEC, 0o600)
        # Locked before it has the name by which others find it.
        fcntl.flock(file, fcntl.LOCK_EX)
        name.rename(name.with_suffix(SUFFIX))
        self._file = file


@contextmanager
def claimed(path: Path) -> Iterator[BinaryIO | None]:
    """Give a journal to read, for as long as the block lasts; None where it is being written or read, or is gone."""
    try:
        file = path.open("rb")
    except FileNotFoundError:
        yield None
        return
    with file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            is_there = path.stat().st_ino == os.fstat(file.fileno()).st_ino
        except (BlockingIOError, FileNotFoundError):
            is_there = False
        yield file if is_there else None


def journals(folder: Path) -> list[Path]:
    """Return the journals there are, in no order that means anything."""
    return sorted(folder.glob(f"*{SUFFIX}"))
