"""What a page says of a view: one line of form data, read strictly.

`id` is 32 random hexadecimal figures drawn for this view; `path` the page's; `from` the host of the page that led
here, "" for none; `q` is "1" on results of the search.
"""

import hashlib
import re
import time
from typing import NamedTuple
from urllib.parse import parse_qsl, unquote

from django.conf import settings

MAX_BYTES = 2048
MAX_PATH = 255
NAMES = frozenset({"id", "path", "from", "q"})

_is_id = re.compile(r"[0-9a-f]{32}").fullmatch
_is_host = re.compile(r"(?=.{1,100}$)[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*").fullmatch

_port = re.compile(r":\d{1,5}$")


class View(NamedTuple):
    """One view as the journal keeps it for a second or so. `digest` is 0 for a view that has no id."""

    minute: int
    digest: int
    path: str
    referrer: str
    is_search: bool


def read(body: bytes, now: float | None = None) -> View:
    """Return what a beacon says. Raises ValueError for anything a page of ours would not send."""
    if len(body) > MAX_BYTES:
        raise ValueError("too long")
    pairs = parse_qsl(
        body.decode(), keep_blank_values=True, strict_parsing=True, errors="strict", max_num_fields=len(NAMES)
    )
    values = dict(pairs)
    if len(values) != len(pairs) or not NAMES.issuperset(values) or not _is_id(values.get("id", "")):
        raise ValueError("not a beacon")
    return View(
        minute_of(now),
        digest_of(values["id"]),
        read_path(values.get("path", "")),
        read_host(values.get("from", "")),
        values.get("q", "") == "1",
    )


def read_path(path: str) -> str:
    """Return the path of an address of this site, unquoted. Raises ValueError for anything else."""
    path = unquote(path, errors="strict")
    if not path.startswith("/") or len(path) > MAX_PATH or not path.isprintable():
        raise ValueError("not a path")
    return path


def read_host(host: str) -> str:
    """Return a host in lower case, without port and "www.". Raises ValueError for what cannot be one."""
    host = _port.sub("", host.lower()).removeprefix("www.")
    if host and not _is_host(host):
        raise ValueError("not a host")
    return host


def minute_of(now: float | None = None) -> int:
    """Return minutes since 1970."""
    return int(time.time() if now is None else now) // 60


def digest_of(identity: str) -> int:
    """Return 63 bits of an id's keyed digest, never 0."""
    digest = hashlib.blake2b(identity.encode(), key=settings.SECRET_KEY.encode()[:64], digest_size=8).digest()
    return (int.from_bytes(digest) >> 1) or 1
