"""The wish to stop, as every thread of the worker sees it."""

import signal
import time

# How long anything sleeps before it looks whether it should stop.
STEP_SECONDS = 0.2


class Stopping:
    """False until SIGTERM or SIGINT comes; call it to ask.

    A plain attribute, not an Event: a signal handler that sets an Event can block on the Event's own lock.
    """

    def __init__(self):
        self._wished = False

    def __call__(self) -> bool:
        return self._wished

    def wish(self, *_signal) -> None:
        self._wished = True

    def on_signals(self) -> None:
        for name in (signal.SIGTERM, signal.SIGINT):
            signal.signal(name, self.wish)

    def sleep(self, seconds: float) -> None:
        """Sleep, at most until stopping is wished for."""
        until = time.monotonic() + seconds
        while not self._wished and (left := until - time.monotonic()) > 0:
            time.sleep(min(STEP_SECONDS, left))
