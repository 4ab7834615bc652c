"""The nightly repair, in short stretches between the other jobs; and all rows looked at again after a new release."""

import hashlib
import logging
import time
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from cms.delivery.models import DeliveredItem, DeliverySequence
from cms.operations.reconciling import Stretch, reconcile
from cms.operations.seeing.state.machine import remember_reconcile
from cms.operations.worker.stored_mark import StoredMark

logger = logging.getLogger(__name__)

HOUR = 3
NIGHT = "nightly repair"
RELEASE = "release of the delivery store"
# Other jobs wait no longer than this.
STRETCH_SECONDS = 2
# What documents are made by: models, blocks and serializers, and the words of their labels.
SOURCES = ("cms", "home", "articles", "media")
SUFFIXES = {".py", ".po"}


class NightlyRepair:
    """Walks once a night, from three o'clock in Vietnam on. A walk that is broken off begins again the next minute."""

    def __init__(self, walk: Callable[[], Iterator[Stretch]] = lambda: reconcile(repair=True)):
        self._begin = walk
        self._walk: Iterator[Stretch] | None = None
        self._faults = 0

    def continue_(self, is_stopping: Callable[[], bool] = lambda: False) -> bool:
        """Walk for a moment if it is time; return whether there is more to do."""
        if self._walk is None and not self._is_time():
            return False
        if self._walk is None:
            self._walk, self._faults = self._begin(), 0
        until = time.monotonic() + STRETCH_SECONDS
        try:
            for stretch in self._walk:
                self._faults += len(stretch.faults)
                for fault in stretch.faults:
                    logger.warning("Repaired: %s", fault)
                if is_stopping() or time.monotonic() > until:
                    return True
        except Exception:
            self._walk = None
            raise
        self._walk = None
        StoredMark.write(NIGHT, _night())
        remember_reconcile(timezone.now(), repaired=True, faults=self._faults)
        return False

    def _is_time(self) -> bool:
        last = StoredMark.read(NIGHT)
        if not last:
            # A new database has nothing to repair tonight.
            StoredMark.write(NIGHT, _night())
            return False
        return last != _night()


def _night() -> str:
    """Return the day whose night has been reached: yesterday's until three o'clock."""
    return (timezone.localtime() - timedelta(hours=HOUR)).date().isoformat()


def follow_release() -> bool:
    """Make every row due if documents may be made otherwise than they were; return whether they may."""
    release, last = release_digest(), StoredMark.read(RELEASE)
    if release == last:
        return False
    if last:
        logger.info("A new release: every document is looked at again")
        with transaction.atomic():
            # As everyone who writes the store does first: so nobody holds a row that this waits for.
            DeliverySequence.locked()
            DeliveredItem.objects.update(due_at=timezone.now())
    StoredMark.write(RELEASE, release)
    return bool(last)


def release_digest() -> str:
    """Return SHA-256, in hexadecimal, of the sources that documents are made by."""
    digest = hashlib.sha256()
    for folder in SOURCES:
        for path in sorted(Path(settings.BASE_DIR, folder).rglob("*")):
            if path.suffix in SUFFIXES:
                digest.update(path.read_bytes())
    return digest.hexdigest()
