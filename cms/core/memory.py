"""What a process remembers between requests: bounded, the least lately used goes first.

Nothing here is needed for a right answer: it spares making the same thing twice. Keys hold everything the value depends
on (a digest, or epoch and number of the published sequence), so nothing is ever taken back, only forgotten.
"""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock
from typing import Any
from weakref import WeakSet

_all: WeakSet["Memory"] = WeakSet()


class Memory:
    """At most `capacity` units, of which a value takes `weigh(value)`; one each if not said otherwise."""

    def __init__(self, capacity: int, weigh: Callable[[Any], int] | None = None):
        self.capacity, self.weigh = capacity, weigh or (lambda _value: 1)
        self.weight = 0
        self._values: OrderedDict[Hashable, Any] = OrderedDict()
        self._lock = Lock()
        _all.add(self)

    def get(self, key: Hashable) -> Any:
        """Return what was remembered, None where nothing was."""
        with self._lock:
            value = self._values.get(key)
            if value is not None:
                self._values.move_to_end(key)
            return value

    def put(self, key: Hashable, value: Any) -> None:
        """Remember `value`, which is not None; one that weighs more than all there may be is forgotten at once."""
        weight = self.weigh(value)
        with self._lock:
            if key in self._values:
                self.weight -= self.weigh(self._values.pop(key))
            if weight > self.capacity:
                return
            self._values[key] = value
            self.weight += weight
            while self.weight > self.capacity:
                self.weight -= self.weigh(self._values.popitem(last=False)[1])

    def clear(self) -> None:
        with self._lock:
            self._values.clear()
            self.weight = 0


def forget_everything() -> None:
    """Clear every memory: for tests, whose rolled back transactions give a number twice."""
    for memory in list(_all):
        memory.clear()
