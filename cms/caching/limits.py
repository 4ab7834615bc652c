"""How often one address may ask without a key, beyond what is answered from memory.

The generic cell rate algorithm: of each address only one moment is kept, at which its bucket is full again. In this
process's memory, or in Redis where there is one; never on disk, never in a log, in Redis under a keyed digest.
"""

import hashlib
import math
import threading
import time
from collections import OrderedDict
from collections.abc import Callable

from django.conf import settings

from cms.caching.shared import Breaker
from cms.core.client_address import client_address

MAX_ADDRESSES = 20_000
API = "/api/"

# KEYS[1]: the bucket; ARGV: seconds a request costs, seconds the bucket holds. Returns the seconds to wait, or 0.
SCRIPT = """
local time = redis.call('TIME')
local now = tonumber(time[1]) + tonumber(time[2]) / 1000000
local full = math.max(tonumber(redis.call('GET', KEYS[1]) or now), now) + tonumber(ARGV[1])
local wait = full - now - tonumber(ARGV[2])
if wait > 0 then return tostring(wait) end
redis.call('SET', KEYS[1], string.format('%.6f', full), 'PX', math.ceil((full - now) * 1000) + 1)
return '0'
"""


class Limits:
    """`per_minute` requests an address, as many at once after a quiet minute."""

    def __init__(
        self,
        per_minute: int,
        proxies: list,
        client=None,
        breaker: Breaker | None = None,
        clock: Callable[[], float] = time.monotonic,
    ):
        self.cost, self.capacity = 60 / per_minute, 60.0
        self.proxies = proxies
        self.client = client
        self.breaker = breaker or Breaker()
        self._clock = clock
        self._full_at: OrderedDict[str, float] = OrderedDict()
        self._lock = threading.Lock()

    def seconds_to_wait(self, environ: dict) -> int:
        """Count a request; return 0 if it may be answered, else after how many seconds one may be."""
        path = environ["PATH_INFO"]
        # Only the API knows keys, and has quotas for them; elsewhere a header that says one is a way round the limit.
        if "HTTP_AUTHORIZATION" in environ and path.startswith(API):
            return 0
        if path.startswith(settings.RESPONSE_CACHE_PERSONAL):
            return 0
        address = self.client_of(environ)
        if address is None:
            return 0
        wait = self.breaker.call(self._ask_redis, address) if self.client is not None else None
        return math.ceil(self._ask_memory(address) if wait is None else wait)

    def client_of(self, environ: dict) -> str | None:
        """Return whom a request comes from; None for the machine itself, whose proxy would stand for everyone."""
        return client_address(environ, self.proxies)

    def _ask_memory(self, address: str) -> float:
        now = self._clock()
        with self._lock:
            full_at = max(self._full_at.pop(address, now), now)
            wait = full_at + self.cost - now - self.capacity
            self._full_at[address] = full_at if wait > 0 else full_at + self.cost
            if len(self._full_at) > MAX_ADDRESSES:
                self._full_at.popitem(last=False)
        return max(wait, 0.0)

    def _ask_redis(self, address: str) -> float:
        digest = hashlib.blake2b(address.encode(), key=settings.SECRET_KEY.encode()[:64], digest_size=16).hexdigest()
        return float(self.client.eval(SCRIPT, 1, f"limit:{digest}", self.cost, self.capacity))
