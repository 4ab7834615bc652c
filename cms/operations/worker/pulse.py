"""The sign of life of a worker: what readiness, leases and interrupted tasks go by."""

import os
import socket
from datetime import timedelta

from django.db import models
from django.utils import timezone

# A worker writes its pulse every few seconds; SQLite may make it wait for as long as a writer is allowed to take.
INTERVAL_SECONDS = 3
LOST_AFTER = timedelta(seconds=30)


class WorkerPulseQuerySet(models.QuerySet):
    """Sentences about workers."""

    def alive(self):
        return self.filter(seen_at__gt=timezone.now() - LOST_AFTER)

    def lost(self):
        return self.filter(seen_at__lte=timezone.now() - LOST_AFTER)


class WorkerPulse(models.Model):
    """A worker process, and when it was last seen."""

    worker = models.CharField(max_length=64, unique=True)
    host = models.CharField(max_length=255)
    process = models.PositiveBigIntegerField(help_text="Process id on that host.")
    seen_at = models.DateTimeField()

    objects = WorkerPulseQuerySet.as_manager()

    def __str__(self) -> str:
        return f"{self.worker} ({self.host}, {self.process})"

    @classmethod
    def beat(cls, worker: str) -> None:
        """Say that this process lives and is `worker`."""
        cls.objects.update_or_create(
            worker=worker,
            defaults={"host": socket.gethostname(), "process": os.getpid(), "seen_at": timezone.now()},
        )

    @classmethod
    def forget_the_dead(cls) -> list[str]:
        """Delete the pulses of workers that are gone; return their names.

        Gone is who has not been seen for a while, and at once a process of this host that no longer runs.
        """
        here = cls.objects.filter(host=socket.gethostname()).exclude(process=os.getpid())
        gone = {pulse.worker for pulse in here if not _runs(pulse.process)}
        gone |= set(cls.objects.lost().values_list("worker", flat=True))
        if gone:
            cls.objects.filter(worker__in=gone).delete()
        return sorted(gone)


def _runs(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True
