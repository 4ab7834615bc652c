"""How long, and how many at once, wait for a server of files: one that hangs shall not take every thread with it."""

import contextlib
import threading
import time
from collections.abc import Iterator

from cms.core.storages.away import StorageAwayError

# After a failure the server is left alone for this long: who asks meanwhile is told so at once.
PAUSE_SECONDS = 5.0
# So many of a process read from it at once, fewer than the web server has threads (cms.operations.start.web_server);
# who finds no place for so long is told that the server is away. Reading takes milliseconds while it is not.
READERS, PLACE_SECONDS = 3, 1.0


class Patience:
    """What one process knows of one server. `name` is told in errors."""

    def __init__(self, name: str):
        self.name = name
        self.away_until = float("-inf")
        self._is_doubtful = False
        self._trying = threading.Lock()
        self._places = threading.BoundedSemaphore(READERS)

    @contextlib.contextmanager
    def reading(self) -> Iterator[None]:
        """Read something small. Raises StorageAwayError while nobody should."""
        with self.asking():
            if not self._places.acquire(timeout=PLACE_SECONDS):
                raise StorageAwayError(f"{self.name}: others wait for it already")
            try:
                yield
            finally:
                self._places.release()

    @contextlib.contextmanager
    def asking(self) -> Iterator[None]:
        """Ask for anything. After a failure one alone tries whether the server is back."""
        if time.monotonic() < self.away_until:
            raise StorageAwayError(f"{self.name}: left alone for a moment")
        if not self._is_doubtful:
            yield
        elif self._trying.acquire(blocking=False):
            try:
                yield
            finally:
                self._trying.release()
        else:
            raise StorageAwayError(f"{self.name}: another tries whether it is back")

    def note_failure(self) -> None:
        self._is_doubtful, self.away_until = True, time.monotonic() + PAUSE_SECONDS

    def note_answer(self) -> None:
        self._is_doubtful = False
