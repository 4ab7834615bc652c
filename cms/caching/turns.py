"""Turns at building: of one path only so many answers are made at once, so that a flood on it leaves the others room.

Each waits in a thread of the web server, which has few: those that would wait behind too many are turned away.
"""

import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager

AT_ONCE = 2
# With those at work these are fewer than the web server's threads (cms.operations.start.web_server). Waiting costs
# little: with two, one search in 3,500 was turned away at four times a province's peak.
WAITING = 4
WAIT_SECONDS = 10.0


class CrowdedError(Exception):
    """Too many wait for this path already."""


class Turns:
    """Who is building what in this process, by path."""

    def __init__(self, at_once: int = AT_ONCE, waiting: int = WAITING, wait_seconds: float = WAIT_SECONDS):
        self.at_once, self.waiting, self.wait_seconds = at_once, waiting, wait_seconds
        self._changed = threading.Condition()
        self._building: Counter[str] = Counter()
        self._waiting: Counter[str] = Counter()

    @contextmanager
    def at(self, path: str) -> Iterator[None]:
        """Wait for a turn, and have it. Raises CrowdedError."""
        with self._changed:
            if self._building[path] >= self.at_once:
                self._wait(path)
            self._building[path] += 1
        try:
            yield
        finally:
            with self._changed:
                self._leave(self._building, path)
                self._changed.notify_all()

    def _wait(self, path: str) -> None:
        if self._waiting[path] >= self.waiting:
            raise CrowdedError
        self._waiting[path] += 1
        try:
            if not self._changed.wait_for(lambda: self._building[path] < self.at_once, self.wait_seconds):
                raise CrowdedError
        finally:
            self._leave(self._waiting, path)

    @staticmethod
    def _leave(counter: Counter, path: str) -> None:
        # Addresses are without number: those of now alone are remembered.
        counter[path] -= 1
        if not counter[path]:
            del counter[path]
