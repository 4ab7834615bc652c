"""Keeping child processes alive, and stopping them together."""

import ctypes
import logging
import multiprocessing
import os
import signal
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from multiprocessing.connection import wait

from cms.operations.worker.stopping import Stopping

logger = logging.getLogger(__name__)

STOP_SECONDS = 15
# With the time a process takes to start, all is back within ten seconds.
LONGEST_PAUSE_SECONDS = 5
# A child that ran this long is healthy: its next restart comes at once again.
HEALTHY_SECONDS = 30
LOOK_SECONDS = 0.25

_processes = multiprocessing.get_context("fork")


@dataclass
class Child:
    """A process that should always run: `target` is called in it and returns when it was told to stop."""

    name: str
    target: Callable[[], None]
    process: multiprocessing.Process | None = None
    started_at: float = 0.0
    failures: int = 0
    restart_at: float = field(default=0.0)

    def start(self) -> None:
        self.process = _processes.Process(target=_become, args=(self.target, os.getpid()), name=self.name)
        self.process.start()
        self.started_at = time.monotonic()

    @property
    def is_running(self) -> bool:
        return self.process is not None and self.process.is_alive()

    def look(self) -> None:
        """Start the process again if it has ended and its pause is over."""
        now = time.monotonic()
        if self.is_running:
            return
        if self.process is not None:
            ran = now - self.started_at
            self.failures = 1 if ran > HEALTHY_SECONDS else self.failures + 1
            pause = 0 if self.failures == 1 else min(2 ** (self.failures - 2), LONGEST_PAUSE_SECONDS)
            logger.error("The %s ended (%s): started again", self.name, self.process.exitcode)
            self.process, self.restart_at = None, now + pause
        if now >= self.restart_at:
            self.start()


def supervise(children: list[Child], is_ready: Callable[[], bool], on_ready: Callable[[], None]) -> None:
    """Run the children until SIGTERM or SIGINT; call `on_ready` once, when `is_ready` first says so."""
    stopping = Stopping()
    stopping.on_signals()
    announced = False
    try:
        while not stopping():
            for child in children:
                child.look()
            if not announced and is_ready():
                announced = True
                on_ready()
            wait([child.process.sentinel for child in children if child.process], timeout=LOOK_SECONDS)
    finally:
        stop(children)


def stop(children: list[Child]) -> None:
    """Ask all to stop, wait for them, and end by force what does not."""
    running = [child for child in children if child.is_running]
    for child in running:
        child.process.terminate()
    until = time.monotonic() + STOP_SECONDS
    for child in running:
        child.process.join(max(0, until - time.monotonic()))
        if child.process.is_alive():
            logger.error("The %s does not stop: ended by force", child.name)
            child.process.kill()
            child.process.join(5)


def _become(target: Callable[[], None], parent: int) -> None:
    # A session of its own: Ctrl-C at the terminal reaches the supervisor alone, which then stops all in order.
    os.setsid()
    for name in (signal.SIGTERM, signal.SIGINT):
        signal.signal(name, signal.SIG_DFL)
    die_with(parent)
    target()


def die_with(parent: int, by: signal.Signals = signal.SIGTERM) -> None:
    """Ask Linux for a signal when the parent is killed, so that nothing is left behind to hold the port."""
    if sys.platform == "linux":
        set_parent_death_signal = 1
        ctypes.CDLL(None).prctl(set_parent_death_signal, by)
        if os.getppid() != parent:
            sys.exit(0)
