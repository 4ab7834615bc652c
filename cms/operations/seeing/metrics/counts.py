"""What this process has counted since it began. Counting is a look-up under a lock: no file, no service, no failure."""

import os
import threading
from bisect import bisect_left
from collections import defaultdict

from cms.operations.seeing.metrics.catalogue import BUCKETS

# (name of the sample, its labels as sorted pairs)
Sample = tuple[str, tuple[tuple[str, str], ...]]


def labelled(labels: dict[str, object]) -> tuple[tuple[str, str], ...]:
    return tuple(sorted((name, str(value)) for name, value in labels.items()))


def _empty_row() -> list[float]:
    """Return a row of a histogram: how many fell into each bucket and beyond the last, then the sum in seconds."""
    return [0] * (len(BUCKETS) + 1) + [0.0]


class Counts:
    """Sums by sample; they only grow. What is counted at every request is kept raw, and written out when it is read."""

    def __init__(self):
        self.reset()

    def reset(self) -> None:
        self._values: defaultdict[Sample, float] = defaultdict(float)
        self._durations: defaultdict[Sample, list[float]] = defaultdict(_empty_row)
        # By (kind of address, status, what the response cache did).
        self._requests: defaultdict[tuple[str, str, str], list[float]] = defaultdict(_empty_row)
        self._lock = threading.Lock()

    def add(self, name: str, amount: float = 1, **labels: object) -> None:
        sample = (name, labelled(labels))
        with self._lock:
            self._values[sample] += amount

    def observe(self, name: str, seconds: float, **labels: object) -> None:
        """Count a duration in a histogram."""
        with self._lock:
            _note(self._durations[name, labelled(labels)], seconds)

    def request(self, kind: str, status: str, outcome: str, seconds: float) -> None:
        """Count a request; `outcome` is what the response cache did, "" for nothing."""
        with self._lock:
            _note(self._requests[kind, status, outcome], seconds)

    def values(self) -> dict[Sample, float]:
        with self._lock:
            values = self._values.copy()
            durations = {sample: row.copy() for sample, row in self._durations.items()}
            requests = {key: row.copy() for key, row in self._requests.items()}
        for (kind, status, outcome), row in requests.items():
            times = sum(row[:-1])
            values["cms_requests_total", (("kind", kind), ("status", status))] += times
            if outcome:
                values["cms_cache_answers_total", (("result", outcome),)] += times
            sample = ("cms_request_seconds", (("kind", kind),))
            durations[sample] = [
                one + other for one, other in zip(durations.get(sample, _empty_row()), row, strict=True)
            ]
        for (name, labels), row in durations.items():
            below = 0.0
            for bound, times in zip((*BUCKETS, "+Inf"), row, strict=False):
                below += times
                values[f"{name}_bucket", (*labels, ("le", str(bound)))] = below
            values[f"{name}_sum", labels], values[f"{name}_count", labels] = row[-1], below
        return dict(values)


def _note(row: list[float], seconds: float) -> None:
    row[bisect_left(BUCKETS, seconds)] += 1
    row[-1] += seconds


counts = Counts()
# A forked process counts from nothing: what its parent had counted is told by the parent.
os.register_at_fork(after_in_child=counts.reset)
