"""Forms, quotas and logins count on while Redis is gone, and together again when it is back."""

import signal

import pytest

from cms.caching import redis_cache
from cms.caching.shared import Breaker
from tests.caching.test_shared import needs_redis, redis_server

__all__ = ["redis_server"]


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock(monkeypatch):
    clock = Clock()
    monkeypatch.setattr(redis_cache.RedisCache, "breaker", Breaker(clock))
    return clock


def of(url: str) -> redis_cache.RedisCache:
    cache = redis_cache.RedisCache(url, {"OPTIONS": {"socket_timeout": 0.3, "socket_connect_timeout": 0.3}})
    cache._own.clear()
    return cache


@needs_redis
def test_processes_count_together_and_each_alone_while_redis_is_gone(redis_server, clock):
    one, other = of(redis_server.url), of(redis_server.url)
    one.set("forms", 1, 60)
    assert other.incr("forms") == 2
    redis_server.stop()
    with pytest.raises(ValueError):
        one.incr("forms")
    assert one.is_away
    assert one.add("forms", 1, 60)
    assert not one.add("forms", 1, 60)
    assert (one.incr("forms"), one.get("forms"), one.get_many(["forms"])) == (2, 2, {"forms": 2})
    one.set_many({"a": 1})
    assert (one.has_key("a"), one.touch("a", 5), one.delete("a"), one.get("a", "none")) == (True, True, True, "none")
    redis_server.start()
    clock.now += 11
    other.set("forms", 7, 60)
    assert one.get("forms") == 7
    assert not one.is_away


@needs_redis
def test_a_restart_of_redis_is_not_noticed(redis_server, clock):
    cache = of(redis_server.url)
    cache.set("a", 1)
    redis_server.stop()
    redis_server.start()
    cache.set("a", 2)
    assert cache.get("a") == 2
    assert not cache.is_away


@needs_redis
def test_a_redis_that_hangs_is_waited_for_once(redis_server, clock):
    cache = of(redis_server.url)
    cache.set("a", 1)
    redis_server.process.send_signal(signal.SIGSTOP)
    try:
        cache.get("a")
        assert cache.is_away
        calls = []
        cache._cache.get = lambda *arguments: calls.append(arguments)
        cache.get("a")
        assert calls == []
    finally:
        redis_server.process.send_signal(signal.SIGCONT)
