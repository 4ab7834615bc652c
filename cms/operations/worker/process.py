"""The worker process: threads that need no more of each other than a name and the wish to stop."""

import secrets
import socket
from threading import Thread

from django.conf import settings
from django.db import connections

from cms.caching.purging import purge
from cms.operations.collector import leave_alone_what_is_loaded
from cms.operations.seeing.metrics import snapshots
from cms.operations.worker.lease import Lease
from cms.operations.worker.loop import repeat
from cms.operations.worker.pulse import INTERVAL_SECONDS, WorkerPulse
from cms.operations.worker.stopping import Stopping
from cms.operations.worker.task_runner import TaskRunner
from cms.operations.worker.ticker import Ticker

TICK_SECONDS = 1
QUEUE_SECONDS = 1
# An edge is told at once, whatever else the worker is doing.
PURGE_SECONDS = 0.5


def run() -> None:
    """Run until SIGTERM or SIGINT; then finish the task and the job at hand, and leave."""
    worker = f"{socket.gethostname()[:40]}-{secrets.token_hex(6)}"
    stopping = Stopping()
    stopping.on_signals()
    leave_alone_what_is_loaded()
    snapshots.keep_writing()
    ticker = Ticker(worker, stopping)
    runner = TaskRunner(worker)

    def pulse() -> None:
        WorkerPulse.beat(worker)
        ticker.keep_lease()

    # Stops last: until the others have left, this worker lives and holds what it holds.
    pulse_stopping = Stopping()
    pulsing = Thread(target=repeat, args=("pulse", pulse, INTERVAL_SECONDS, pulse_stopping), name="pulse", daemon=True)
    ticking = Thread(target=repeat, args=("ticker", ticker.tick, TICK_SECONDS, stopping), name="ticker")
    purging = Thread(target=repeat, args=("purges", purge, PURGE_SECONDS, stopping), name="purges")
    pulsing.start()
    ticking.start()
    if settings.EDGE_PURGE_URLS:
        purging.start()
    repeat("queue", runner.run_next, QUEUE_SECONDS, stopping)
    ticking.join()
    if purging.ident is not None:
        purging.join()
    pulse_stopping.wish()
    pulsing.join()
    Lease.release(worker)
    WorkerPulse.objects.filter(worker=worker).delete()
    connections.close_all()
