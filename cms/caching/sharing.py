"""One builder an address among processes, too: who finds that another is building waits for what it will share.

Waiting is bounded, and who waited in vain builds: the builder was killed, is slow, or what it built is nothing to keep.
"""

import logging
import time
from collections.abc import Iterator
from contextlib import contextmanager

from cms.caching.address import Key
from cms.caching.entry import Entry
from cms.caching.machine import Machine
from cms.caching.numbers import Stamp
from cms.caching.shared import Shared

logger = logging.getLogger(__name__)

# Less than a thread waits for another of its process (see cms.caching.flights): it waits for one that waits here.
WAIT_SECONDS = 2.0
LOOK_SECONDS = 0.02

Store = Machine | Shared


class Sharing:
    """`stores`, the nearest first: what the processes of this machine share, then Redis, which machines share."""

    def __init__(self, stores: list[Store]):
        self.stores = stores

    @contextmanager
    def entry_or_turn(self, key: Key, stamp: Stamp) -> Iterator[Entry | None]:
        """Give an answer somebody shared; None where it is the caller's turn to build (and to `put`) it."""
        claimed: list[Store] = []
        try:
            yield self._find(key, stamp, claimed)
        finally:
            for store in reversed(claimed):
                _safely(store.release, key, stamp)

    def put(self, key: Key, entry: Entry) -> None:
        for store in self.stores:
            _safely(store.put, key, entry, entry.until - time.time())

    def _find(self, key: Key, stamp: Stamp, claimed: list[Store]) -> Entry | None:
        until = time.monotonic() + WAIT_SECONDS
        for number, store in enumerate(self.stores):
            entry = _safely(_find_or_claim, store, key, stamp, until, claimed)
            if entry is not None:
                for nearer in self.stores[:number]:
                    _safely(nearer.put, key, entry, entry.until - time.time())
                return entry
        return None


def _find_or_claim(store: Store, key: Key, stamp: Stamp, until: float, claimed: list[Store]) -> Entry | None:
    has_waited = False
    while (entry := _valid(store.get(key, stamp))) is None:
        if store.claim(key, stamp):
            claimed.append(store)
            # Its builder may have shared it and let go between the two questions.
            entry = _valid(store.get(key, stamp))
            if entry is None and has_waited:
                # All who waited for nothing build at once, not one after the other.
                store.release(key, stamp)
                claimed.remove(store)
            return entry
        if time.monotonic() >= until:
            return None
        has_waited = True
        time.sleep(LOOK_SECONDS)
    return entry


def _valid(entry: Entry | None) -> Entry | None:
    return entry if entry is not None and time.time() < entry.until else None


def _safely(do, *arguments):
    """Return what `do` returns; None, and a line in the log, if it fails: then one builds for oneself."""
    try:
        return do(*arguments)
    except Exception:
        logger.exception("Answers could not be shared with other processes")
        return None
