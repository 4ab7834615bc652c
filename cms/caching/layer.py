"""The WSGI layer around Django: answers anonymous readers from what is kept, and finishes every other answer.

A hit never builds a Django request. Whatever goes wrong in here is logged, and Django's own answer is sent.
"""

import logging
import time
from collections.abc import Callable, Iterable

from cms.caching.address import READING_METHODS, Addresses, Key
from cms.caching.answer import Answer
from cms.caching.building import Builder
from cms.caching.entry import Entry
from cms.caching.flights import Flights
from cms.caching.limits import Limits
from cms.caching.memory import Memory
from cms.caching.negotiation import choose
from cms.caching.numbers import Numbers, Watch
from cms.caching.refusal import too_many_requests
from cms.caching.sharing import Sharing, Store
from cms.caching.turns import CrowdedError, Turns
from cms.caching.unkept import Unkept
from cms.caching.validators import is_unmodified

logger = logging.getLogger(__name__)

UNMODIFIED = "304 Not Modified"
# Where a request's environ says what was done: hit, shared, waited, miss, pass or refused. For who counts.
OUTCOME = "cms.caching.outcome"
# After how many seconds who was turned away from a crowded address may come again.
CROWDED_SECONDS = 1


class ResponseCache:
    """`watch` knows what is true now, `memory` keeps; without memory nothing is kept, without limits all may ask."""

    def __init__(
        self,
        application: Callable,
        watch: Watch,
        *,
        memory: Memory | None = None,
        stores: list[Store] | None = None,
        limits: Limits | None = None,
    ):
        self.application = application
        self.watch = watch
        self.memory = memory
        self.shared = Sharing(stores or [])
        self.limits = limits
        self.addresses = Addresses()
        self.builder = Builder(application, self.addresses)
        self.flights = Flights()
        self.turns = Turns()
        self.unkept = Unkept()

    def __call__(self, environ: dict, start_response: Callable) -> Iterable[bytes]:
        key = numbers = None
        try:
            numbers = self.watch.numbers()
            if self.memory is not None and numbers is not None:
                key = self.addresses.key_of(environ)
                if key is not None:
                    entry = self.memory.get(key)
                    if entry is not None and entry.stamp == numbers.stamp and time.time() < entry.until:
                        environ[OUTCOME] = "hit"
                        return self._send(environ, start_response, entry, key)
            if self.addresses.is_passed_by(environ):
                return self.application(environ, start_response)
            seconds = self.limits.seconds_to_wait(environ) if self.limits is not None else 0
            if seconds:
                return self._refuse(environ, start_response, seconds)
        except Exception:
            logger.exception("The response cache failed: Django answers")
            return self.application(environ, start_response)
        environ[OUTCOME] = "pass"
        if environ["REQUEST_METHOD"] not in READING_METHODS:
            return self.application(environ, start_response)
        try:
            if key is None or self.unkept.has(key):
                return self._send_answer(environ, start_response, *self._build(environ, numbers))
            return self._answer_once_for_all(environ, start_response, key, numbers)
        except CrowdedError:
            return self._refuse(environ, start_response, CROWDED_SECONDS)

    def _refuse(self, environ, start_response, seconds: int) -> Iterable[bytes]:
        environ[OUTCOME] = "refused"
        status, headers, body = too_many_requests(environ, seconds)
        start_response(status, headers)
        return [] if environ["REQUEST_METHOD"] == "HEAD" else [body]

    def _build(self, environ: dict, numbers: Numbers | None, **options) -> tuple[Answer, Entry | None]:
        """Build when it is this path's turn. Raises CrowdedError; never for what is somebody's own."""
        if self.addresses.is_personal(environ):
            return self.builder.build(environ, numbers, **options)
        with self.turns.at(environ["PATH_INFO"]):
            return self.builder.build(environ, numbers, **options)

    def _answer_once_for_all(self, environ, start_response, key: Key, numbers: Numbers) -> Iterable[bytes]:
        flight, is_pilot = self.flights.join(key)
        if not is_pilot:
            entry = flight.wait()
            if entry is None or entry.stamp != numbers.stamp:
                return self._send_answer(environ, start_response, *self._build(environ, numbers))
            environ[OUTCOME] = "waited"
            return self._send(environ, start_response, entry, key)
        answer = entry = None
        is_new = False
        try:
            entry = self._landed_meanwhile(key, numbers)
            if entry is None:
                with self.shared.entry_or_turn(key, numbers.stamp) as entry:
                    environ[OUTCOME] = "shared" if entry is not None else "miss"
                    if entry is not None:
                        self.memory.put(key, entry)
                    else:
                        answer, entry = self._build(environ, numbers, for_anyone=True)
                        is_new = entry is not None and entry.until > time.time()
                        self._keep(key, entry, is_new)
            else:
                environ[OUTCOME] = "waited"
        finally:
            self.flights.land(key, flight, entry if answer is None or is_new else None)
        if answer is not None:
            return self._send_answer(environ, start_response, answer, entry)
        return self._send(environ, start_response, entry, key)

    def _keep(self, key: Key, entry: Entry | None, is_new: bool) -> None:
        if is_new:
            self.memory.put(key, entry)
            self.shared.put(key, entry)
        else:
            self.unkept.add(key)

    def _landed_meanwhile(self, key: Key, numbers: Numbers) -> Entry | None:
        entry = self.memory.get(key)
        return entry if entry is not None and entry.stamp == numbers.stamp and time.time() < entry.until else None

    def _send(self, environ: dict, start_response: Callable, entry: Entry, key: Key | None = None) -> Iterable[bytes]:
        coding = choose(environ.get("HTTP_ACCEPT_ENCODING"), entry.codings)
        variant = entry.variants.get(coding)
        if variant is None:
            variant = entry.variant(coding)
            if key is not None:
                # It has grown.
                self.memory.put(key, entry)
        if ("HTTP_IF_NONE_MATCH" in environ or "HTTP_IF_MODIFIED_SINCE" in environ) and is_unmodified(
            environ, variant.etag, entry.last_modified if entry.is_dated else None
        ):
            start_response(UNMODIFIED, variant.headers_unmodified)
            return []
        start_response(entry.status, variant.headers)
        return [] if environ["REQUEST_METHOD"] == "HEAD" else variant.body

    def _send_answer(
        self, environ: dict, start_response: Callable, answer: Answer, entry: Entry | None
    ) -> Iterable[bytes]:
        """Send what was just built: as an entry where it became one, else as Django said it."""
        if entry is not None:
            return self._send(environ, start_response, entry)
        start_response(answer.status, answer.headers, *([answer.exception] if answer.exception else []))
        if environ["REQUEST_METHOD"] == "HEAD":
            if hasattr(answer.stream, "close"):
                answer.stream.close()
            return []
        return answer.stream if answer.stream is not None else [answer.body]
