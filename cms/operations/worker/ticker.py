"""The clock: runs the jobs whose time has come, in one worker of all."""

import logging
import time
from collections.abc import Callable

from cms.operations.worker.interrupted import free_the_dead
from cms.operations.worker.jobs import JOBS, Job
from cms.operations.worker.lease import Lease
from cms.operations.worker.pulse import LOST_AFTER

logger = logging.getLogger(__name__)

LEASE_NAME = "ticker"
LEASE_SECONDS = LOST_AFTER.total_seconds()


class Ticker:
    """Each tick takes or keeps the lease and runs what is due; other workers' tickers wait for the lease.

    The worker's pulse keeps the lease during a long job (see process.py).
    """

    def __init__(
        self,
        worker: str,
        is_stopping: Callable[[], bool],
        jobs: list[Job] = JOBS,
        clock: Callable[[], float] = time.time,
    ):
        self.worker = worker
        self.is_stopping = is_stopping
        self.jobs = jobs
        self.clock = clock
        self.is_leading = False
        self._done: dict[str, int] = {}

    def tick(self) -> None:
        """Run every job whose period has begun since it last ran. A job that fails waits for its next period."""
        for job in self.jobs:
            period = int(self.clock() // job.seconds)
            if self.is_stopping() or self._done.get(job.name) == period:
                continue
            self.is_leading = Lease.take(LEASE_NAME, self.worker, LEASE_SECONDS)
            if not self.is_leading:
                # Who holds it may have been killed: then nobody else would look before the lease ends.
                free_the_dead()
                return
            self._done[job.name] = period
            try:
                job.run(self.is_stopping)
            except Exception:
                logger.exception("%s failed", job.name.capitalize())

    def keep_lease(self) -> None:
        if self.is_leading:
            self.is_leading = Lease.take(LEASE_NAME, self.worker, LEASE_SECONDS)
