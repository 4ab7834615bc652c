"""The worker's loops outlive errors."""

import threading
import time

from cms.operations.worker.loop import repeat
from cms.operations.worker.stopping import Stopping


def test_a_step_that_fails_is_tried_again_after_a_growing_pause(monkeypatch, caplog):
    stopping, pauses, calls = Stopping(), [], []
    monkeypatch.setattr(stopping, "sleep", pauses.append)

    def step():
        calls.append(1)
        if len(calls) < 4:
            raise RuntimeError("the database is gone")
        stopping.wish()

    thread = threading.Thread(target=repeat, args=("queue", step, 1, stopping))
    thread.start()
    thread.join(5)
    assert len(calls) == 4
    assert pauses[:3] == [1, 2, 4]
    assert caplog.text.count("The worker's queue failed") == 3


def test_more_work_is_done_at_once():
    stopping, calls = Stopping(), []

    def step():
        calls.append(1)
        if len(calls) == 5:
            stopping.wish()
        return True

    started = time.monotonic()
    thread = threading.Thread(target=repeat, args=("queue", step, 60, stopping))
    thread.start()
    thread.join(5)
    assert len(calls) == 5
    assert time.monotonic() - started < 5


def test_sleeping_ends_when_stopping_is_wished_for():
    stopping = Stopping()
    threading.Timer(0.2, stopping.wish).start()
    started = time.monotonic()
    stopping.sleep(30)
    assert time.monotonic() - started < 5
