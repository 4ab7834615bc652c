"""What is true now: the numbers by which a kept answer is valid, read by each process at most once a second."""

import logging
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass

from django.db import connection
from django.db.models import Subquery
from django.utils import timezone
from wagtail.models import Site

from cms.caching.models import SiteVersion
from cms.caching.release import release
from cms.delivery.models import DeliveredItem, DeliverySequence

logger = logging.getLogger(__name__)

READ_EVERY_SECONDS = 1.0
# How long what was true is taken to be true while the database does not answer.
TRUSTED_SECONDS = 60.0
# How long a request waits for another thread that is reading the numbers already.
WAIT_SECONDS = 0.25

Stamp = tuple[str, str, int, int]


@dataclass(frozen=True)
class Numbers:
    """`stamp` is (release, epoch, sequence, site version); `due_at` and `changed_at` are in seconds since 1970.

    `due_at` is the next moment at which something changes by itself, infinite where there is none.
    """

    stamp: Stamp
    due_at: float
    changed_at: int


def read() -> Numbers:
    """Ask the database, in one query. Raises LookupError where it has no number yet."""
    now = timezone.now()
    sequence = DeliverySequence.objects.filter(pk=DeliverySequence.PK)
    due = DeliveredItem.objects.filter(due_at__gt=now).order_by("due_at").values("due_at")[:1]
    row = (
        SiteVersion.objects.filter(pk=SiteVersion.PK)
        .annotate(
            delivery_epoch=Subquery(sequence.values("epoch")),
            number=Subquery(sequence.values("value")),
            due_at=Subquery(due),
            delivered_at=Subquery(sequence.values("changed_at")),
        )
        .values("value", "changed_at", "delivery_epoch", "number", "due_at", "delivered_at")
        .first()
    )
    name, released_at = release()
    if row is None:
        raise LookupError("the site's number is missing")
    moments = [moment for moment in (row["changed_at"], row["delivered_at"]) if moment is not None]
    return Numbers(
        stamp=(name, row["delivery_epoch"] or "", row["number"] or 0, row["value"]),
        due_at=row["due_at"].timestamp() if row["due_at"] else float("inf"),
        changed_at=max(released_at, *(int(moment.timestamp()) for moment in moments)),
    )


class Watch:
    """Keeps the numbers of one process. `on_change` is called, in the thread that noticed, when they have moved."""

    def __init__(
        self,
        on_change: Callable[[], None] = lambda: None,
        read: Callable[[], Numbers] = read,
        clock: Callable[[], float] = time.monotonic,
    ):
        self._on_change = on_change
        self._read = read
        self._clock = clock
        self._reading = threading.Lock()
        self._numbers: Numbers | None = None
        self._asked_at = self._read_at = float("-inf")
        self._is_failing = False

    def numbers(self) -> Numbers | None:
        """Return what is true now; None where that is not known, or has not been for too long."""
        now = self._clock()
        if now - self._asked_at >= READ_EVERY_SECONDS:
            if self._reading.acquire(blocking=False):
                try:
                    self._refresh(now)
                finally:
                    self._reading.release()
            elif not self._is_failing and self._reading.acquire(timeout=WAIT_SECONDS):
                self._reading.release()
        return self._numbers if now - self._read_at < TRUSTED_SECONDS else None

    def _refresh(self, now: float) -> None:
        try:
            numbers = self._read()
        except Exception as error:
            # Whatever the database says while it is away; the first time is enough for the log.
            if not self._is_failing:
                logger.warning("The cache's numbers cannot be read: %s", type(error).__name__)
            self._is_failing = True
            self._asked_at = self._clock()
            return
        has_changed = self._numbers is not None and self._numbers.stamp != numbers.stamp
        self._numbers, self._read_at, self._asked_at, self._is_failing = numbers, now, now, False
        if has_changed:
            self._on_change()


def read_with_own_connection() -> Numbers:
    """Read outside any request: what Django does for a connection around a request is done here."""
    connection.close_if_unusable_or_obsolete()
    try:
        return read()
    except Exception:
        if not connection.in_atomic_block:
            connection.close()
        raise


def forget_what_processes_keep() -> None:
    """Drop what Wagtail keeps of sites in this process's memory: another process has changed something."""
    Site.clear_site_root_paths_cache()
