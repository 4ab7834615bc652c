"""What processes and machines share through Redis. Redis gone means slower, nothing else."""

import hashlib
import logging
import secrets
import struct
import time
from collections.abc import Callable
from functools import partial

import redis

from cms.caching.entry import Entry
from cms.caching.numbers import Stamp

logger = logging.getLogger(__name__)

TIMEOUT_SECONDS = 0.2
# After an error Redis is left alone for this long.
PAUSE_SECONDS = 10.0
PREFIX = "answers"
BUILDERS = "builders"
# Who claimed an answer and then ended is waited for no longer.
CLAIM_SECONDS = 3
# KEYS[1]: a claim; ARGV: who made it. One that ran out meanwhile may be another's by now.
RELEASE = "if redis.call('GET', KEYS[1]) == ARGV[1] then redis.call('DEL', KEYS[1]) end"

_AWAY = object()


class Breaker:
    """Calls Redis unless it has just failed."""

    def __init__(self, clock: Callable[[], float] = time.monotonic):
        self._clock = clock
        self._open_until = float("-inf")

    @property
    def is_open(self) -> bool:
        """Whether Redis is left alone now."""
        return self._clock() < self._open_until

    def call(self, command: Callable, *arguments, default=None):
        """Return what the command returns, or `default` where Redis does not answer."""
        if self.is_open:
            return default
        try:
            return command(*arguments)
        except (redis.RedisError, OSError) as error:
            self._open_until = self._clock() + PAUSE_SECONDS
            logger.warning("Redis does not answer (%s): left alone for %d s", type(error).__name__, PAUSE_SECONDS)
            return default


def connect(url: str) -> redis.Redis:
    """Return a client that gives up soon. It connects at its first command: after a fork."""
    return redis.Redis.from_url(
        url, socket_timeout=TIMEOUT_SECONDS, socket_connect_timeout=TIMEOUT_SECONDS, health_check_interval=30
    )


class Shared:
    """Entries by (stamp, key): what is found was made by this release, under these numbers."""

    def __init__(self, client: redis.Redis, breaker: Breaker | None = None):
        self.client = client
        self.breaker = breaker or Breaker()
        self._claims: dict[str, str] = {}

    def get(self, key: tuple, stamp: Stamp) -> Entry | None:
        data = self.breaker.call(self.client.get, _name(key, stamp))
        if not data:
            return None
        try:
            return Entry.from_bytes(data, stamp)
        except (ValueError, KeyError, TypeError, struct.error):
            logger.warning("An answer in Redis cannot be read")
            return None

    def put(self, key: tuple, entry: Entry, seconds: float) -> None:
        if seconds >= 1:
            self.breaker.call(self.client.set, _name(key, entry.stamp), entry.to_bytes(), int(seconds))

    def claim(self, key: tuple, stamp: Stamp) -> bool:
        """Return whether nobody is building this answer: now it is the caller, for CLAIM_SECONDS at most.

        Where Redis does not answer everybody builds.
        """
        name, token = _name(key, stamp, BUILDERS), secrets.token_hex(8)
        is_mine = self.breaker.call(
            partial(self.client.set, name, token, nx=True, px=CLAIM_SECONDS * 1000), default=_AWAY
        )
        if is_mine and is_mine is not _AWAY:
            self._claims[name] = token
        return bool(is_mine)

    def release(self, key: tuple, stamp: Stamp) -> None:
        name = _name(key, stamp, BUILDERS)
        token = self._claims.pop(name, None)
        if token is not None:
            self.breaker.call(self.client.eval, RELEASE, 1, name, token)


def digest_of(key: tuple, stamp: Stamp) -> bytes:
    """Return 32 bytes that stand for an answer: one address, as it was under these numbers."""
    # Length-prefixed parts: no two keys read alike when joined.
    text = "".join(f"{len(str(part))}:{part}" for part in (*stamp, *key))
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).digest()


def _name(key: tuple, stamp: Stamp, prefix: str = PREFIX) -> str:
    return f"{prefix}:{digest_of(key, stamp).hex()}"
