"""The numbers as pages show them: taken by the worker each minute, the same for every process that builds a page.

A kept page keeps its numbers with their time, and its script renews them; a new snapshot makes no kept page old.
"""

import threading
import time
from dataclasses import asdict

from django.conf import settings

from cms.statistics.counter import Visits, read
from cms.statistics.models import Snapshot

NUMBERS = ("online", "today", "month", "total")


def take() -> bool:
    """Keep the numbers of this moment if they are others than those kept; return whether they are."""
    visits = asdict(read())
    kept = Snapshot.objects.filter(pk=Snapshot.PK).values(*NUMBERS).first()
    if kept == {name: visits[name] for name in NUMBERS}:
        return False
    # Not saved: nothing that listens to saves has to do with it.
    Snapshot.objects.bulk_create(
        [Snapshot(pk=Snapshot.PK, **visits)],
        update_conflicts=True,
        unique_fields=["id"],
        update_fields=[*NUMBERS, "taken_at"],
    )
    return True


def read_kept() -> Visits:
    """Return the numbers the worker took last; those of now where it never has. One query."""
    kept = Snapshot.objects.filter(pk=Snapshot.PK).values(*NUMBERS, "taken_at").first()
    return Visits(**kept) if kept is not None else read()


class ShownNumbers:
    """Keeps the snapshot in this process for `seconds`."""

    def __init__(self, seconds: float):
        self.seconds = seconds
        self._lock = threading.Lock()
        self._visits: Visits | None = None
        self._read_at = float("-inf")

    def visits(self) -> Visits:
        """Return the snapshot as it was at most `seconds` ago."""
        if time.monotonic() - self._read_at >= self.seconds:
            with self._lock:
                if time.monotonic() - self._read_at >= self.seconds:
                    self.keep(read_kept())
        return self._visits

    def keep(self, visits: Visits) -> None:
        """Take these for the snapshot."""
        self._visits, self._read_at = visits, time.monotonic()


shown_numbers = ShownNumbers(settings.STATISTICS_SNAPSHOT_SECONDS)
