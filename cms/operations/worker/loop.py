"""A loop that outlives its errors: what fails is logged, and tried again after a while that grows."""

import logging
from collections.abc import Callable

from django.db import close_old_connections, connections

from cms.operations.worker.stopping import Stopping

logger = logging.getLogger(__name__)

# What was away is met again soon after it is back.
LONGEST_PAUSE_SECONDS = 5


def repeat(name: str, step: Callable[[], object], seconds: float, stopping: Stopping) -> None:
    """Call `step` every `seconds` until stopping; a true value says that there is more to do at once.

    Runs in a thread of its own: it closes the thread's database connections at its end, and after an error, so that
    a database that went away is met again with a new connection.
    """
    pause = seconds
    while not stopping():
        more = False
        try:
            close_old_connections()
            more = bool(step())
            pause = seconds
        except Exception:
            logger.exception("The worker's %s failed: again in %.0f s", name, pause)
            connections.close_all()
            stopping.sleep(pause)
            pause = min(max(pause, 0.5) * 2, LONGEST_PAUSE_SECONDS)
            continue
        if not more:
            stopping.sleep(seconds)
    connections.close_all()
