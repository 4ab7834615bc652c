"""Running queued tasks one after another: django-tasks-db's worker, without its endless exclusive locking.

A task that met a busy database (SQLite locked for longer than its timeout, a deadlock, a restart), or a server of files
that is away, is not at fault: it is tried again. Left failed, a page would be missing from the search until somebody
saves it, a picture would have no sizes.
"""

import logging
from datetime import timedelta

from django.db import OperationalError
from django.utils import timezone
from django_tasks import TaskResultStatus
from django_tasks_db.management.commands.db_worker import Worker
from django_tasks_db.models import DBTaskResult
from django_tasks_db.utils import exclusive_transaction

from cms.core.storages.away import StorageAwayError

logger = logging.getLogger(__name__)


def _path(error: type[Exception]) -> str:
    return f"{error.__module__}.{error.__qualname__}"


# What is tried again: (after how long, for how long).
BUSY, AWAY = _path(OperationalError), _path(StorageAwayError)
PATIENCE = {
    BUSY: (timedelta(seconds=5), timedelta(hours=1)),
    AWAY: (timedelta(seconds=30), timedelta(days=3)),
}


class TaskRunner:
    """Claims and runs the next task of the queue. A task that fails is recorded as failed, with its traceback."""

    def __init__(self, worker: str):
        self.worker = worker
        # Its loop takes SQLite's write lock at every look into an empty queue; only its run_task is used.
        self._runner = Worker(
            queue_names=["*"],
            interval=1,
            batch=False,
            backend_name="default",
            startup_delay=False,
            max_tasks=None,
            worker_id=worker,
            excluded_queue_names=[],
        )

    def run_next(self) -> bool:
        """Run one task; return whether there was one."""
        ready = DBTaskResult.objects.ready()
        if not ready.exists():
            return False
        with exclusive_transaction(ready.db):
            task = ready.get_locked()
            if task is None:
                return False
            task.claim(self.worker)
        self._runner.run_task(task)
        if task.status == TaskResultStatus.FAILED and task.exception_class_path in PATIENCE:
            _try_again(task)
        return True


def _try_again(task: DBTaskResult) -> None:
    """Put a task back into the queue, unless it has been tried for long enough."""
    now, (after, patience) = timezone.now(), PATIENCE[task.exception_class_path]
    if now >= task.enqueued_at + patience:
        return
    what = "a busy database" if task.exception_class_path == BUSY else "a storage that is away"
    logger.warning("Task %s (%s) met %s: tried again", task.id, task.task_path, what)
    task.status, task.started_at, task.finished_at = TaskResultStatus.READY, None, None
    task.run_after = now + after
    # This worker lives: it does not count among those that the task took down, see interrupted.
    task.worker_ids = task.worker_ids[:-1]
    task.save(update_fields=["status", "started_at", "finished_at", "run_after", "worker_ids"])
