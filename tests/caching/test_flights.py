"""One builds an answer while others wait for it."""

import threading

import pytest
from django.http import HttpResponse

from cms.caching import flights
from cms.caching.turns import AT_ONCE
from tests.caching.site import PAGE, Site


class Slow:
    """An application that answers when it is told to."""

    def __init__(self, response=lambda: HttpResponse(PAGE)):
        self.response = response
        self.go, self.started = threading.Event(), threading.Semaphore(0)

    def __call__(self, environ):
        self.started.release()
        self.go.wait(10)
        return self.response()


def ask_together(site, count):
    found = []
    threads = [threading.Thread(target=lambda: found.append(site.get())) for _ in range(count)]
    for thread in threads:
        thread.start()
    return threads, found


def test_one_builds_while_others_wait():
    slow = Slow()
    site = Site(slow)
    threads, found = ask_together(site, 6)
    assert slow.started.acquire(timeout=5)
    slow.go.set()
    for thread in threads:
        thread.join(5)
    assert site.built == 1
    assert len(found) == 6 and {got.body for got in found} == {PAGE}


def test_who_waits_too_long_builds_too(monkeypatch):
    monkeypatch.setattr(flights, "WAIT_SECONDS", 0.05)
    slow = Slow()
    site = Site(slow)
    threads, found = ask_together(site, 2)
    assert slow.started.acquire(timeout=5) and slow.started.acquire(timeout=5)
    slow.go.set()
    for thread in threads:
        thread.join(5)
    assert len(found) == 2


def test_nobody_waits_where_nothing_is_kept():
    slow = Slow(lambda: HttpResponse(PAGE, status=403))
    slow.go.set()
    site = Site(slow)
    site.get()
    slow.go.clear()
    slow.started = threading.Semaphore(0)
    threads, found = ask_together(site, AT_ONCE)
    # All are in the application at the same time: as many as one path may have there.
    assert all(slow.started.acquire(timeout=5) for _ in range(AT_ONCE))
    slow.go.set()
    for thread in threads:
        thread.join(5)
    assert len(found) == AT_ONCE


def test_a_builder_that_fails_lets_the_others_build():
    def explode(environ):
        raise RuntimeError("no answer")

    site = Site(explode)
    with pytest.raises(RuntimeError):
        site.get()
    with pytest.raises(RuntimeError):
        site.get()
    assert site.layer.flights._flights == {}
