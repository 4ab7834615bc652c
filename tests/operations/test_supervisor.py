"""Children run, come back when they die, and stop together."""

import os
import signal
import time
from pathlib import Path

import pytest

from cms.operations.start.supervisor import Child, stop


def sleep_for_ever():
    while True:
        time.sleep(0.05)


def ignore_the_wish_to_stop():
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    sleep_for_ever()


@pytest.fixture
def child():
    child = Child("sleeper", sleep_for_ever)
    child.start()
    yield child
    if child.is_running:
        child.process.kill()


def test_a_killed_child_is_started_again(child):
    first = child.process.pid
    os.kill(first, signal.SIGKILL)
    child.process.join(5)
    assert not child.is_running
    child.look()
    assert child.is_running
    assert child.process.pid != first


def test_a_child_that_keeps_dying_is_given_pauses():
    child = Child("quitter", lambda: None)
    starts = 0
    until = time.monotonic() + 2.5
    while time.monotonic() < until:
        before = child.process
        child.look()
        starts += child.process is not None and child.process is not before
        time.sleep(0.02)
    assert 2 <= starts <= 4


def test_stopping_ends_all(child):
    other = Child("other", sleep_for_ever)
    other.start()
    stop([child, other])
    assert not child.is_running
    assert not other.is_running


def test_a_child_that_does_not_stop_is_ended_by_force(monkeypatch):
    monkeypatch.setattr("cms.operations.start.supervisor.STOP_SECONDS", 0.5)
    deaf = Child("deaf", ignore_the_wish_to_stop)
    deaf.start()
    time.sleep(0.3)
    stop([deaf])
    assert not deaf.is_running


def test_a_child_does_not_outlive_its_parent(tmp_path):
    """As after kill -9 of `manage.py serve`: nothing is left to hold the port."""
    written = tmp_path / "pid"
    parent = os.fork()
    if parent == 0:
        child = Child("orphan", sleep_for_ever)
        child.start()
        written.write_text(str(child.process.pid))
        sleep_for_ever()
    until = time.monotonic() + 10
    while not (written.exists() and written.read_text()) and time.monotonic() < until:
        time.sleep(0.02)
    time.sleep(0.2)
    os.kill(parent, signal.SIGKILL)
    os.waitpid(parent, 0)
    orphan = int(written.read_text())
    while time.monotonic() < until:
        try:
            os.kill(orphan, 0)
        except ProcessLookupError:
            return
        if Path(f"/proc/{orphan}/stat").read_text().split()[2] == "Z":
            return
        time.sleep(0.05)
    pytest.fail("the orphan lives")
