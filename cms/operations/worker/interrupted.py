"""Tasks whose worker was killed: django-tasks-db leaves them RUNNING for ever (its issue #5), so they are put back."""

import logging

from django.db import transaction
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from cms.operations.worker.lease import Lease
from cms.operations.worker.pulse import WorkerPulse

logger = logging.getLogger(__name__)

# A task that has taken this many workers down with it is not given to another.
MAX_ATTEMPTS = 3


class WorkersLostError(Exception):
    """A task whose workers were killed while they ran it, each time."""


def free_the_dead() -> None:
    """Free what dead workers held."""
    for worker in WorkerPulse.forget_the_dead():
        Lease.release(worker)


def put_back_interrupted() -> int:
    """Free what dead workers held; return how many tasks were put back into the queue."""
    free_the_dead()
    alive = set(WorkerPulse.objects.values_list("worker", flat=True))
    count = 0
    with transaction.atomic():
        for task in DBTaskResult.objects.running().select_for_update(skip_locked=True):
            if task.worker_ids and task.worker_ids[-1] in alive:
                continue
            if len(task.worker_ids) >= MAX_ATTEMPTS:
                logger.error("Task %s (%s) took down %d workers: given up", task.id, task.task_path, MAX_ATTEMPTS)
                task.set_failed(WorkersLostError(", ".join(task.worker_ids)))
                continue
            task.status, task.started_at = TaskResultStatus.READY, None
            task.save(update_fields=["status", "started_at"])
            count += 1
    if count:
        logger.warning("%d interrupted task(s) put back", count)
    return count
