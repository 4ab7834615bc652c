"""One builder an address: who comes while an answer is being made waits for it, for a while."""

import threading
from collections.abc import Hashable
from dataclasses import dataclass, field

from cms.caching.entry import Entry

WAIT_SECONDS = 3.0


@dataclass
class Flight:
    """An answer on its way. `entry` is None when it lands if it turned out to be nothing to keep."""

    landed: threading.Event = field(default_factory=threading.Event)
    entry: Entry | None = None

    def wait(self) -> Entry | None:
        """Return the entry, None if there is none or it takes too long: then build yourself."""
        self.landed.wait(WAIT_SECONDS)
        return self.entry


class Flights:
    """The answers being made in this process."""

    def __init__(self):
        self._flights: dict[Hashable, Flight] = {}
        self._lock = threading.Lock()

    def join(self, key: Hashable) -> tuple[Flight, bool]:
        """Return (the flight to this key, whether the caller is its pilot, who must land it)."""
        with self._lock:
            flight = self._flights.get(key)
            if flight is not None:
                return flight, False
            flight = self._flights[key] = Flight()
            return flight, True

    def land(self, key: Hashable, flight: Flight, entry: Entry | None) -> None:
        flight.entry = entry
        with self._lock:
            if self._flights.get(key) is flight:
                del self._flights[key]
        flight.landed.set()
