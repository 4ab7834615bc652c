"""What this process has counted since it began. Counting is a look-up under a lock: no file, no service, no failure."""

import os
import threading
from collections import defaultdict

from cms.operations.seeing.metrics.catalogue import BUCKETS

# (name of the sample, its labels as sorted pairs)
Sample = tuple[str, tuple[tuple[str, str], ...]]


def labelled(labels: dict[str, object]) -> tuple[tuple[str, str], ...]:
    return tuple(sorted((name, str(value)) for name, value in labels.items()))


class Counts:
    """Sums by sample; they only grow."""

    def __init__(self):
        self.reset()

    def reset(self) -> None:
        self._values: defaultdict[Sample, float] = defaultdict(float)
        self._lock = threading.Lock()

    def add(self, name: str, amount: float = 1, **labels: object) -> None:
        sample = (name, labelled(labels))
        with self._lock:
            self._values[sample] += amount

    def observe(self, name: str, seconds: float, **labels: object) -> None:
        """Count a duration in a histogram."""
        base = labelled(labels)
        with self._lock:
            for bound in BUCKETS:
                # A bucket that is empty is told as well.
                self._values[f"{name}_bucket", (*base, ("le", str(bound)))] += seconds <= bound
            self._values[f"{name}_bucket", (*base, ("le", "+Inf"))] += 1
            self._values[f"{name}_sum", base] += seconds
            self._values[f"{name}_count", base] += 1

    def values(self) -> dict[Sample, float]:
        with self._lock:
            return dict(self._values)


counts = Counts()
# A forked process counts from nothing: what its parent had counted is told by the parent.
os.register_at_fork(after_in_child=counts.reset)
