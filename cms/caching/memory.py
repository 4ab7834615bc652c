"""What a process keeps in memory: the answers used last, up to a number of bytes."""

import contextlib
import threading
from collections import OrderedDict
from collections.abc import Hashable

from cms.caching.entry import Entry

# An answer larger than this share of the whole is not kept: it would push out too much else.
LARGEST_SHARE = 8


class Memory:
    """Entries by key, least recently used out first. Safe among threads."""

    def __init__(self, max_bytes: int):
        self.max_bytes = max_bytes
        self.bytes = 0
        self._entries: OrderedDict[Hashable, Entry] = OrderedDict()
        self._sizes: dict[Hashable, int] = {}
        self._lock = threading.Lock()

    def __len__(self) -> int:
        return len(self._entries)

    def get(self, key: Hashable) -> Entry | None:
        """Return what is kept, valid or not. Takes no lock: one look-up and one move, each whole by itself."""
        entry = self._entries.get(key)
        if entry is not None:
            # Another thread may just have put it out.
            with contextlib.suppress(KeyError):
                self._entries.move_to_end(key)
        return entry

    def put(self, key: Hashable, entry: Entry) -> None:
        """Keep an entry, or count again one that has grown by another coding."""
        size = entry.size
        with self._lock:
            self._drop(key)
            if size * LARGEST_SHARE > self.max_bytes:
                return
            self._entries[key], self._sizes[key] = entry, size
            self.bytes += size
            while self.bytes > self.max_bytes:
                self._drop(next(iter(self._entries)))

    def _drop(self, key: Hashable) -> None:
        if self._entries.pop(key, None) is not None:
            self.bytes -= self._sizes.pop(key)
