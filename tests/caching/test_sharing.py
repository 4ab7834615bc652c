"""One process builds an answer while others wait for it: real processes, killed ones among them."""

import multiprocessing
import os
import time
from contextlib import contextmanager

import pytest
from django.http import HttpResponse

from cms.caching import sharing
from cms.caching.machine import PLACES, Machine
from cms.caching.shared import Breaker, Shared, connect
from tests.caching.site import PAGE, Site
from tests.caching.test_shared import needs_redis, redis_server  # noqa: F401 - a fixture

processes = multiprocessing.get_context("fork")
KEY, STAMP = ("http", "localhost", "/", ""), ("release", "epoch", 1, 0)
BYTES = 64 * 1024 * PLACES


class Tally:
    """A slow application of several processes; each time it is asked is a byte in a file."""

    def __init__(self, path, status=200):
        self.path, self.status = path, status
        path.touch()

    def __call__(self, environ):
        with self.path.open("ab") as file:
            file.write(b".")
        time.sleep(0.2)
        return HttpResponse(PAGE, status=self.status)

    @property
    def built(self) -> int:
        return self.path.stat().st_size


def ask_in_processes(sites, addresses=("/",)):
    """Ask each site at once, in a process of its own; return what they got."""
    gate, got = processes.Barrier(len(sites)), processes.SimpleQueue()

    def ask(site):
        gate.wait(10)
        for address in addresses:
            answer = site.get(address)
            got.put((answer.status, answer.body))

    running = [processes.Process(target=ask, args=(site,)) for site in sites]
    for process in running:
        process.start()
    found = [got.get() for _ in range(len(sites) * len(addresses))]
    for process in running:
        process.join(10)
    return found


@contextmanager
def another_building(*stores):
    """Give a process that claimed the address of each store, and does nothing more."""
    ready = processes.Event()

    def claim():
        assert all(store.claim(KEY, STAMP) for store in stores)
        ready.set()
        time.sleep(60)

    process = processes.Process(target=claim)
    process.start()
    assert ready.wait(10)
    yield process
    process.kill()
    process.join(10)


def test_of_four_processes_one_builds(tmp_path):
    tally, machine = Tally(tmp_path / "tally"), Machine(BYTES)
    found = ask_in_processes([Site(tally, stores=[machine]) for _ in range(4)], ("/", "/other/"))
    assert found == [(200, PAGE)] * 8
    assert tally.built == 2


def test_an_answer_nobody_may_keep_is_built_by_each(tmp_path):
    tally, machine = Tally(tmp_path / "tally", status=403), Machine(BYTES)
    assert ask_in_processes([Site(tally, stores=[machine]) for _ in range(3)]) == [(403, PAGE)] * 3
    assert tally.built == 3


def test_a_builder_that_is_killed_lets_another_build():
    machine = Machine(BYTES)
    with another_building(machine) as process:
        assert not machine.claim(KEY, STAMP)
        # Another number or address is another answer.
        assert machine.claim(KEY, ("release", "epoch", 2, 0)) and machine.claim(("http", "localhost", "/a", ""), STAMP)
        process.kill()
        process.join(10)
        assert machine.claim(KEY, STAMP)


def test_who_waits_too_long_builds_too(monkeypatch):
    monkeypatch.setattr(sharing, "WAIT_SECONDS", 0.05)
    machine = Machine(BYTES)
    site = Site(stores=[machine])
    with another_building(machine):
        assert site.get().body == PAGE
    assert site.built == 1


def test_what_was_shared_before_a_change_is_never_sent_after_it():
    machine = Machine(BYTES)
    one, other = (Site(stores=[machine]) for _ in range(2))
    one.get()
    other.get()
    assert (one.built, other.built) == (1, 0)
    one.watch.value = other.watch.value = 2
    other.get()
    one.get()
    assert (one.built, other.built) == (1, 1)


def test_what_is_half_written_or_too_long_is_built_again():
    machine = Machine(BYTES)
    Site(stores=[machine]).get()
    for place in range(0, BYTES, machine.place_bytes):
        os.pwrite(machine.file, b"rubbish", place + 100)
    site = Site(stores=[machine])
    assert (site.get().body, site.built) == (PAGE, 1)
    sites = [Site(lambda _environ: HttpResponse(os.urandom(80_000), "text/html"), stores=[machine]) for _ in range(2)]
    assert [len(site.get("/long/").body) for site in sites] == [80_000] * 2


def test_a_store_that_fails_costs_nothing_but_time(caplog):
    machine = Machine(BYTES)
    os.close(machine.file)
    site = Site(stores=[machine])
    assert (site.get().body, site.get().body, site.built) == (PAGE, PAGE, 1)
    assert "could not be shared" in caplog.text


@needs_redis
def test_of_two_machines_with_two_processes_each_one_process_builds(tmp_path, redis_server):  # noqa: F811 - it is one
    tally = Tally(tmp_path / "tally")
    machines = [Machine(BYTES), Machine(BYTES)] * 2
    sites = [Site(tally, stores=[machine, Shared(connect(redis_server.url))]) for machine in machines]
    assert ask_in_processes(sites) == [(200, PAGE)] * 4
    assert tally.built == 1


@needs_redis
def test_a_claim_in_redis_ends_with_its_owner_or_its_time(redis_server):  # noqa: F811 - it is one
    one, other = (Shared(connect(redis_server.url)) for _ in range(2))
    assert one.claim(KEY, STAMP) and not other.claim(KEY, STAMP)
    other.release(KEY, STAMP)
    assert not other.claim(KEY, STAMP)
    one.release(KEY, STAMP)
    assert other.claim(KEY, STAMP)
    (name,) = connect(redis_server.url).scan_iter()
    assert 0 < connect(redis_server.url).pttl(name) <= 3000
    redis_server.stop()
    # Nobody waits for a server that is gone.
    assert Shared(connect(redis_server.url), Breaker(lambda: 0.0)).claim(KEY, STAMP)


@pytest.mark.parametrize(("length", "place"), [(0, 0), (7, 0)])
def test_an_empty_place_is_nothing(length, place):
    machine = Machine(BYTES)
    os.pwrite(machine.file, b"x" * length, place)
    assert machine.get(KEY, STAMP) is None
