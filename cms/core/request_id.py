"""The id of the request that is being answered: on the answer, in its log lines, in what its reader is told."""

import random
import re
from contextvars import ContextVar

HEADER = "X-Request-ID"
VARIABLE = "HTTP_X_REQUEST_ID"

# What proxies make: nginx's 32 hexadecimal digits, UUIDs, ULIDs. Nothing that could break a header, a line or a page.
_is_well_formed = re.compile(r"[A-Za-z0-9_-]{8,64}").fullmatch

_current: ContextVar[str] = ContextVar("request_id", default="")


def begin(environ: dict) -> str:
    """Take the id a WSGI request came with, or make one; it is this thread's until its next request begins.

    It is a name and no secret: chance need not be strong, but quick.
    """
    given = environ.get(VARIABLE, "")
    identity = given if _is_well_formed(given) else f"{random.getrandbits(128):032x}"
    _current.set(identity)
    return identity


def current() -> str:
    """Return the id of the request that this thread answers; "" outside any."""
    return _current.get()


def end() -> None:
    _current.set("")
