"""Processes share answers through Redis; without it they are slower, and right."""

import socket
import subprocess
import time

import pytest

from cms.caching.limits import Limits
from cms.caching.shared import PAUSE_SECONDS, Breaker, Shared, connect
from tests.caching.site import PAGE, Site
from tests.caching.test_limits import environ
from tests.programs import needs

needs_redis = needs("redis")


class Redis:
    """A server of this test's own."""

    def __init__(self, folder):
        self.folder = folder
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.url = f"redis://127.0.0.1:{self.port}/0"
        self.start()

    def start(self):
        self.process = subprocess.Popen(
            ["redis-server", "--port", str(self.port), "--bind", "127.0.0.1", "--save", "", "--dir", str(self.folder)],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        until = time.monotonic() + 10
        while time.monotonic() < until:
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", self.port)) == 0:
                    return
            time.sleep(0.05)
        pytest.fail("redis-server does not start")

    def stop(self):
        self.process.kill()
        self.process.wait(10)


@pytest.fixture
def redis_server(tmp_path):
    server = Redis(tmp_path)
    yield server
    server.stop()


@needs_redis
def test_what_one_process_built_the_other_sends(redis_server):
    one, other = (Site(stores=[Shared(connect(redis_server.url))]) for _ in range(2))
    built = one.get(accept_encoding="br")
    assert other.get(accept_encoding="br") == built
    assert other.get().body == PAGE
    assert (one.built, other.built) == (1, 0)
    # From now on from its own memory.
    redis_server.stop()
    assert other.get().body == PAGE
    assert other.built == 0


@needs_redis
def test_other_numbers_and_addresses_are_other_answers(redis_server):
    one, other = (Site(stores=[Shared(connect(redis_server.url))]) for _ in range(2))
    one.get()
    other.watch.value = 2
    other.get()
    other.get("/?a=1")
    assert other.built == 2


@needs_redis
def test_redis_gone_and_back(redis_server):
    clock = type("Clock", (), {"now": 0.0, "__call__": lambda self: self.now})()
    shared = Shared(connect(redis_server.url), Breaker(clock))
    site = Site(stores=[shared])
    redis_server.stop()
    assert site.get("/a/").body == PAGE
    redis_server.start()
    # Left alone for a while, then used again.
    site.get("/b/")
    assert connect(redis_server.url).dbsize() == 0
    clock.now += PAUSE_SECONDS
    site.get("/c/")
    assert connect(redis_server.url).dbsize() == 1


@needs_redis
def test_rubbish_in_redis_is_built_again(redis_server):
    site = Site(stores=[Shared(connect(redis_server.url))])
    site.get()
    client = connect(redis_server.url)
    for rubbish in (b"x", b"\x00\x00\x00\x05[1,2]", b"\xff\xff\xff\xff{}", b"\x00\x00\x00\x02{}"):
        for name in client.scan_iter():
            client.set(name, rubbish)
        fresh = Site(stores=[Shared(connect(redis_server.url))])
        assert fresh.get().body == PAGE
        assert fresh.built == 1


def test_after_a_failure_redis_is_not_even_asked():
    calls = []

    def fail():
        calls.append(1)
        raise OSError

    breaker = Breaker(lambda: 0.0)
    assert breaker.call(fail, default="x") == "x"
    assert breaker.call(fail, default="x") == "x"
    assert len(calls) == 1


@needs_redis
def test_addresses_are_counted_together_and_written_down_nowhere(redis_server):
    one, other = (Limits(60, [], connect(redis_server.url)) for _ in range(2))
    answers = [limits.seconds_to_wait(environ()) for _ in range(32) for limits in (one, other)]
    assert answers[:60] == [0] * 60
    assert set(answers[62:]) == {1}
    (name,) = connect(redis_server.url).scan_iter()
    assert b"203.0.113" not in name
    assert 0 < connect(redis_server.url).pttl(name) <= 61_000
    redis_server.stop()
    assert one.seconds_to_wait(environ()) == 0
