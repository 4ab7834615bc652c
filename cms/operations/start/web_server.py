"""The web server: granian, which runs the WSGI application in worker processes."""

import multiprocessing
import os
import signal
from functools import partial

from django.conf import settings
from granian import Granian
from granian.constants import HTTPModes, Interfaces
from granian.http import HTTP1Settings
from granian.log import LogLevels

from cms.operations.collector import leave_alone_what_is_loaded
from cms.operations.seeing.metrics import snapshots
from cms.operations.start.supervisor import die_with

# Requests that one worker process handles at a time: its database connections are never more than these. More than one
# crowded address can take (cms.caching.turns).
THREADS = 7
# Connections that one worker process keeps open. Granian's "backpressure" counts idle ones too, so it must be far
# above THREADS: at 3, the fourth browser waits until another closes its connection.
CONNECTIONS = 512
IDLE_SECONDS = 15


def run(application: str = "cms.wsgi:application", port: int | None = None, workers: int | None = None) -> None:
    """Serve until SIGTERM, restarting worker processes that die; on settings.PORT by settings.WEB_WORKERS."""
    snapshots.forget_the_dead()
    if "fork" in multiprocessing.get_all_start_methods():
        # The application is loaded already: worker processes start in no time and share its memory.
        multiprocessing.set_start_method("fork", force=True)
        leave_alone_what_is_loaded()
        # A worker process whose server was killed would go on answering on the same port, with yesterday's code.
        os.register_at_fork(after_in_child=partial(_die_with_server, os.getpid()))
    Granian(
        application,
        address=settings.HOST,
        port=port or settings.PORT,
        interface=Interfaces.WSGI,
        workers=workers or settings.WEB_WORKERS,
        blocking_threads=THREADS,
        backpressure=CONNECTIONS,
        http=HTTPModes.http1,
        http1_settings=HTTP1Settings(header_read_timeout=IDLE_SECONDS * 1000),
        websockets=False,
        log_level=LogLevels.warning,
        log_dictconfig=settings.LOGGING,
        respawn_failed_workers=True,
        respawn_interval=0.5,
        workers_kill_timeout=10,
    ).serve()


def _die_with_server(server: int) -> None:
    # Only worker processes: what they fork themselves is their own affair.
    if os.getppid() == server:
        # By force: one that was only told to stop waited for ever, holding a lock that everybody publishes under.
        die_with(server, signal.SIGKILL)
