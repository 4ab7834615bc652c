"""The outermost WSGI layer: each request gets its id, is counted, and where that is wished has its line in the log.

It sees every answer, those from memory as well. What it does costs some microseconds and cannot fail a request.
"""

import logging
import time
from collections.abc import Callable, Iterable
from urllib.parse import quote

from cms.caching.layer import OUTCOME
from cms.core import request_id
from cms.core.logs.formatters import FIELDS
from cms.operations.seeing.kinds import kind_of
from cms.operations.seeing.metrics.counts import Counts

# Its name is in nobody's way: `cms` logs what is INFO and above.
access = logging.getLogger("cms.access")


class SeeingLayer:
    """`has_access_log`: a line for every request, without query, address or person.

    `keep_writing` is called with each request, for a process that begins to serve is told so by nobody.
    """

    def __init__(
        self,
        application: Callable,
        counts: Counts,
        *,
        has_access_log: bool = False,
        keep_writing: Callable[[], None] = lambda: None,
    ):
        self.application = application
        self.counts = counts
        self.keep_writing = keep_writing
        self.has_access_log = has_access_log

    def __call__(self, environ: dict, start_response: Callable) -> Iterable[bytes]:
        self.keep_writing()
        identity = request_id.begin(environ)
        began = time.perf_counter()

        def start(status: str, headers: list[tuple[str, str]], *exception) -> Callable:
            self._note(environ, status[:3], time.perf_counter() - began)
            return start_response(status, [*headers, (request_id.HEADER, identity)], *exception)

        return self.application(environ, start)

    def _note(self, environ: dict, status: str, seconds: float) -> None:
        kind = kind_of(environ["PATH_INFO"])
        outcome = environ.get(OUTCOME, "")
        self.counts.request(kind, status, outcome, seconds)
        if self.has_access_log:
            fields = {
                "method": environ["REQUEST_METHOD"],
                "kind": kind,
                # As it was sent, more or less: nothing in it can end a line.
                "path": quote(environ["PATH_INFO"].encode("latin-1", "replace"), safe="/"),
                "status": int(status),
                "milliseconds": round(seconds * 1000, 1),
                **({"cache": outcome} if outcome else {}),
            }
            access.info("request", extra={FIELDS: fields})
