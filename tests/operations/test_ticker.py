"""The clock runs each job once in its period, in one worker of all."""

import subprocess
import sys

import pytest

from cms.operations.bounds import stray_files
from cms.operations.models import Lease, WorkerPulse
from cms.operations.worker.jobs import JOBS, Job
from cms.operations.worker.ticker import Ticker

pytestmark = pytest.mark.django_db


class Clock:
    now = 1000.0 * 60

    def __call__(self):
        return self.now


@pytest.fixture
def clock():
    return Clock()


def ticker_with(clock, *jobs, worker="one", is_stopping=lambda: False):
    return Ticker(worker, is_stopping, list(jobs), clock)


def test_a_job_of_a_minute_runs_at_each_full_minute(clock):
    runs = []
    ticker = ticker_with(clock, Job("a", 60, lambda _stop: runs.append(clock.now)))
    for second in range(130):
        clock.now = 60_000.0 + second
        ticker.tick()
    assert runs == [60_000.0, 60_060.0, 60_120.0]


def test_only_the_holder_of_the_lease_runs_jobs(clock):
    runs = []
    first = ticker_with(clock, Job("a", 1, lambda _stop: runs.append("one")), worker="one")
    second = ticker_with(clock, Job("a", 1, lambda _stop: runs.append("two")), worker="two")
    for _ in range(3):
        clock.now += 1
        first.tick()
        second.tick()
    assert runs == ["one"] * 3
    Lease.release("one")
    clock.now += 1
    second.tick()
    assert runs[-1] == "two"


def test_what_a_killed_worker_of_this_machine_did_is_done_by_the_next_at_once(clock):
    runs = []
    ended = subprocess.Popen([sys.executable, "-c", ""])
    ended.wait()
    ticker_with(clock, Job("a", 1, lambda _stop: None), worker="killed").tick()
    WorkerPulse.beat("killed")
    WorkerPulse.objects.update(process=ended.pid)
    after = ticker_with(clock, Job("a", 1, lambda _stop: runs.append(1)), worker="next")
    after.tick()
    clock.now += 1
    after.tick()
    assert runs == [1]


def test_a_job_that_fails_does_not_hold_up_the_others(clock, caplog):
    runs = []

    def broken(_stop):
        raise RuntimeError("no")

    ticker = ticker_with(clock, Job("broken", 1, broken), Job("fine", 1, lambda _stop: runs.append(1)))
    ticker.tick()
    clock.now += 1
    ticker.tick()
    assert runs == [1, 1]
    assert caplog.text.count("Broken failed") == 2


def test_nothing_is_begun_when_stopping(clock):
    runs = []
    stopping = []
    first = Job("first", 1, lambda _stop: stopping.append(True))
    second = Job("second", 1, lambda _stop: runs.append(1))
    ticker_with(clock, first, second, is_stopping=lambda: bool(stopping)).tick()
    assert runs == []


def test_every_job_runs_over_an_ordinary_site(site, clock, caplog, monkeypatch):
    # The storage of a test process has the files of its other tests, too.
    monkeypatch.setattr(stray_files, "FEW", 10**6)
    ticker_with(clock, *JOBS).tick()
    assert caplog.text == ""


def test_job_names_are_their_own():
    assert len({job.name for job in JOBS}) == len(JOBS)
