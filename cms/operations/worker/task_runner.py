"""Running queued tasks one after another: django-tasks-db's worker, without its endless exclusive locking."""

from django_tasks_db.management.commands.db_worker import Worker
from django_tasks_db.models import DBTaskResult
from django_tasks_db.utils import exclusive_transaction


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
        return True
