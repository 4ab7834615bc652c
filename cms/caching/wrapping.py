"""Putting the response cache around an application, as the settings say."""

from collections.abc import Callable

from django.conf import settings

from cms.caching.layer import ResponseCache
from cms.caching.limits import Limits
from cms.caching.machine import Machine
from cms.caching.memory import Memory
from cms.caching.numbers import Watch, forget_what_processes_keep, read_with_own_connection
from cms.caching.shared import Breaker, Shared, connect
from cms.caching.sharing import Store


def wrap(application: Callable) -> ResponseCache:
    """Return `application` with the layer around it. Connects to nothing: worker processes are forked after this."""
    client = connect(settings.RESPONSE_CACHE_REDIS_URL) if settings.RESPONSE_CACHE_REDIS_URL else None
    breaker = Breaker()
    per_minute = settings.ANONYMOUS_REQUESTS_PER_MINUTE
    return ResponseCache(
        application,
        Watch(forget_what_processes_keep, read_with_own_connection),
        memory=Memory(settings.RESPONSE_CACHE_BYTES) if settings.RESPONSE_CACHE else None,
        stores=_stores(client, breaker) if settings.RESPONSE_CACHE else None,
        limits=Limits(per_minute, settings.TRUSTED_PROXIES, client, breaker) if per_minute else None,
    )


def _stores(client, breaker: Breaker) -> list[Store]:
    """Return where processes share answers, the nearest first."""
    machine = [Machine(settings.RESPONSE_CACHE_BYTES)] if settings.WEB_WORKERS > 1 else []
    return [*machine, *([Shared(client, breaker)] if client else [])]
