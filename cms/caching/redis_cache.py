"""Django's cache in Redis, which may be gone: then each process counts and remembers for itself until it is back."""

from functools import partial

from django.core.cache.backends import redis
from django.core.cache.backends.locmem import LocMemCache
from redis.backoff import NoBackoff
from redis.retry import Retry

from cms.caching.shared import Breaker

# Tried once more: after a restart of the server the connection that is kept is a dead one.
RETRIES = 1

_AWAY = object()


class RedisCache(redis.RedisCache):
    """What forms, quotas and logins count by. Its callers never see an error of the server's."""

    # One for all threads: who has just waited in vain has done so for everyone.
    breaker = Breaker()

    def __init__(self, server, params):
        super().__init__(server, params)
        self._options = {"retry": Retry(NoBackoff(), RETRIES), **self._options}
        self._own = LocMemCache("while Redis is away", params)

    @property
    def is_away(self) -> bool:
        """Whether Redis did not answer the last time it was asked."""
        return self.breaker.is_open

    def _ask(self, name: str, *arguments, **named):
        answer = self.breaker.call(partial(getattr(super(), name), *arguments, **named), default=_AWAY)
        return getattr(self._own, name)(*arguments, **named) if answer is _AWAY else answer

    def add(self, *arguments, **named):
        return self._ask("add", *arguments, **named)

    def get(self, *arguments, **named):
        return self._ask("get", *arguments, **named)

    def set(self, *arguments, **named):
        return self._ask("set", *arguments, **named)

    def touch(self, *arguments, **named):
        return self._ask("touch", *arguments, **named)

    def delete(self, *arguments, **named):
        return self._ask("delete", *arguments, **named)

    def get_many(self, *arguments, **named):
        return self._ask("get_many", *arguments, **named)

    def has_key(self, *arguments, **named):
        return self._ask("has_key", *arguments, **named)

    def incr(self, *arguments, **named):
        return self._ask("incr", *arguments, **named)

    def set_many(self, *arguments, **named):
        return self._ask("set_many", *arguments, **named)

    def delete_many(self, *arguments, **named):
        return self._ask("delete_many", *arguments, **named)

    def clear(self):
        return self._ask("clear")
