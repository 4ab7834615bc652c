"""The task of a killed worker is done by another."""

from datetime import timedelta

import pytest
from django.db import OperationalError
from django.utils import timezone
from django_tasks import TaskResultStatus
from django_tasks import task as task_of_django
from django_tasks_db.models import DBTaskResult, get_date_max

from cms.operations.models import Lease, WorkerPulse
from cms.operations.worker.interrupted import MAX_ATTEMPTS, put_back_interrupted
from cms.operations.worker.task_runner import TaskRunner

pytestmark = pytest.mark.django_db

TROUBLE = []
TASK = "wagtail.tasks.update_reference_index_task"


@task_of_django()
def meet_trouble_once():
    if TROUBLE:
        raise TROUBLE.pop()


def running(*workers):
    task = DBTaskResult.objects.create(
        status=TaskResultStatus.RUNNING,
        started_at=timezone.now(),
        args_kwargs={"args": [], "kwargs": {}},
        task_path=TASK,
        worker_ids=list(workers),
        queue_name="default",
        backend_name="default",
        run_after=get_date_max(),
        exception_class_path="",
        traceback="",
    )
    return task


def test_the_task_of_a_live_worker_is_left_alone():
    WorkerPulse.beat("alive")
    task = running("alive")
    assert put_back_interrupted() == 0
    task.refresh_from_db()
    assert task.status == TaskResultStatus.RUNNING


def test_the_task_of_a_dead_worker_is_put_back():
    WorkerPulse.beat("alive")
    task = running("dead")
    assert put_back_interrupted() == 1
    task.refresh_from_db()
    assert (task.status, task.started_at) == (TaskResultStatus.READY, None)
    assert DBTaskResult.objects.ready().get() == task


def test_a_task_that_takes_workers_down_is_given_up():
    task = running(*(f"dead-{number}" for number in range(MAX_ATTEMPTS)))
    assert put_back_interrupted() == 0
    task.refresh_from_db()
    assert task.status == TaskResultStatus.FAILED
    assert "dead-0" in task.traceback


def test_what_a_dead_worker_held_is_free():
    WorkerPulse.objects.create(
        worker="dead", host="elsewhere", process=1, seen_at=timezone.now() - timedelta(minutes=5)
    )
    Lease.take("ticker", "dead", 300)
    put_back_interrupted()
    assert Lease.take("ticker", "alive", 30)


def test_a_task_that_met_a_busy_database_is_tried_again_and_then_done(monkeypatch, caplog):
    monkeypatch.setattr("wagtail.tasks.update_reference_index_task", meet_trouble_once)
    runner, TROUBLE[:] = TaskRunner("one"), [OperationalError("database is locked")]
    task = running()
    DBTaskResult.objects.update(status=TaskResultStatus.READY)
    assert runner.run_next()
    task.refresh_from_db()
    assert (task.status, task.started_at, task.worker_ids) == (TaskResultStatus.READY, None, [])
    assert "tried again" in caplog.text
    # Not at once: the database is given time.
    assert not runner.run_next()
    DBTaskResult.objects.update(run_after=get_date_max())
    assert runner.run_next()
    task.refresh_from_db()
    assert task.status == TaskResultStatus.SUCCESSFUL


def test_a_task_that_meets_a_busy_database_for_an_hour_is_failed(monkeypatch):
    monkeypatch.setattr("wagtail.tasks.update_reference_index_task", meet_trouble_once)
    TROUBLE[:] = [OperationalError("database is locked")]
    task = running()
    DBTaskResult.objects.update(status=TaskResultStatus.READY, enqueued_at=timezone.now() - timedelta(hours=2))
    assert TaskRunner("one").run_next()
    task.refresh_from_db()
    assert task.status == TaskResultStatus.FAILED
    assert "OperationalError" in task.traceback


def test_the_runner_claims_one_task_and_records_its_failure():
    runner = TaskRunner("one")
    assert not runner.run_next()
    task = running()
    DBTaskResult.objects.update(status=TaskResultStatus.READY)
    assert runner.run_next()
    task.refresh_from_db()
    assert task.worker_ids == ["one"]
    assert task.status == TaskResultStatus.FAILED
    assert not runner.run_next()
