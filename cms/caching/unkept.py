"""Addresses whose answers turned out to be nothing to keep: nobody waits for another's answer there."""

import threading
import time
from collections import OrderedDict
from collections.abc import Hashable

REMEMBERED_SECONDS = 60
MAX_REMEMBERED = 4096


class Unkept:
    """Keys, each for a minute."""

    def __init__(self):
        self._until: OrderedDict[Hashable, float] = OrderedDict()
        self._lock = threading.Lock()

    def has(self, key: Hashable) -> bool:
        until = self._until.get(key)
        return until is not None and time.monotonic() < until

    def add(self, key: Hashable) -> None:
        with self._lock:
            self._until.pop(key, None)
            self._until[key] = time.monotonic() + REMEMBERED_SECONDS
            if len(self._until) > MAX_REMEMBERED:
                self._until.popitem(last=False)
