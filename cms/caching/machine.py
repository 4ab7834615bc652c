"""What the processes of one machine share: answers, and who is building which, in memory that ends with them.

The file has no name and no disk: it is made before the processes are forked, and each finds it open. An answer lies at
a place that its address gives, over what lay there before; a digest tells one that is being written from one that is
whole. Who builds holds a lock on a byte far behind the answers, and one that is killed lets go of it.
"""

import fcntl
import hashlib
import os
import struct
import tempfile

from cms.caching.entry import Entry
from cms.caching.numbers import Stamp
from cms.caching.shared import digest_of

PLACES = 512
# Of a name, and of what is kept under it.
DIGEST_BYTES = 32
HEAD = struct.Struct(f"!I{DIGEST_BYTES}s{DIGEST_BYTES}s")
# Locks may lie behind the end of a file, and each address has a byte of its own there, as good as always.
LOCKS_FROM = 1 << 61


class Machine:
    """Entries by (stamp, key), at most `max_bytes` together. Make it before processes are forked.

    Locks are those of processes: among the threads of one, cms.caching.flights sees to it that one builds.
    """

    def __init__(self, max_bytes: int):
        self.place_bytes = max_bytes // PLACES
        self.file = os.memfd_create("answers") if hasattr(os, "memfd_create") else _file_without_name()

    def get(self, key: tuple, stamp: Stamp) -> Entry | None:
        name = digest_of(key, stamp)
        place = self._place(name)
        head = os.pread(self.file, HEAD.size, place)
        if len(head) < HEAD.size:
            return None
        length, found, digest = HEAD.unpack(head)
        if found != name:
            return None
        data = os.pread(self.file, length, place + HEAD.size)
        return Entry.from_bytes(data, stamp) if hashlib.sha256(data).digest() == digest else None

    def put(self, key: tuple, entry: Entry, seconds: float) -> None:
        """Keep an entry; its own `until` says for how long. What is too long for its place is not kept."""
        data = entry.to_bytes()
        if HEAD.size + len(data) > self.place_bytes:
            return
        name = digest_of(key, entry.stamp)
        os.pwrite(self.file, HEAD.pack(len(data), name, hashlib.sha256(data).digest()) + data, self._place(name))

    def claim(self, key: tuple, stamp: Stamp) -> bool:
        """Return whether nobody is building this answer: now it is the caller, until it releases it or ends."""
        try:
            fcntl.lockf(self.file, fcntl.LOCK_EX | fcntl.LOCK_NB, 1, _lock(key, stamp))
        except (BlockingIOError, PermissionError):
            return False
        return True

    def release(self, key: tuple, stamp: Stamp) -> None:
        fcntl.lockf(self.file, fcntl.LOCK_UN, 1, _lock(key, stamp))

    def _place(self, name: bytes) -> int:
        return int.from_bytes(name[:4]) % PLACES * self.place_bytes


def _lock(key: tuple, stamp: Stamp) -> int:
    return LOCKS_FROM + int.from_bytes(digest_of(key, stamp)[:7])


def _file_without_name() -> int:
    with tempfile.TemporaryFile() as file:
        return os.dup(file.fileno())
