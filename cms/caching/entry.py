"""A kept answer: its headers, and its body in the codings it was asked for in."""

import json
import struct
from dataclasses import dataclass, field

from django.utils.http import http_date

from cms.caching import compression
from cms.caching.negotiation import IDENTITY
from cms.caching.numbers import Stamp
from cms.caching.validators import etag_of_coding

Headers = list[tuple[str, str]]

# What a header and an entry cost in memory beside their text, roughly.
HEADER_BYTES = 150
# Left out of a 304: they describe a body that is not sent (RFC 9110, section 15.4.5).
OF_THE_BODY = frozenset({"content-type", "content-length", "content-encoding", "content-language"})


@dataclass(frozen=True)
class Variant:
    """One coding's bytes, with everything an answer is sent with."""

    etag: str
    headers: Headers
    headers_unmodified: Headers
    body: list[bytes]


@dataclass
class Entry:
    """`headers` are those that all codings share; `etag` is the body's own, "" for an answer without validators.

    `is_dated`: a reader who names its date has it (see validators.ETAG_ALONE).
    `codings` are those it may be sent in (see negotiation.ORDER). `until` is the moment (seconds since 1970) from which
    it is not used any more.
    """

    status: str
    headers: Headers
    etag: str
    last_modified: int | None
    codings: tuple[str, ...]
    stamp: Stamp
    until: float
    bodies: dict[str, bytes]
    is_dated: bool = True
    variants: dict[str, Variant] = field(default_factory=dict)

    @property
    def size(self) -> int:
        """Bytes of memory, about."""
        return HEADER_BYTES * (2 + len(self.headers)) + sum(len(body) for body in self.bodies.values())

    def variant(self, coding: str) -> Variant:
        """Return the answer in a coding; made at the first request for it."""
        return self.variants.get(coding) or self._make(coding)

    def _make(self, coding: str) -> Variant:
        body = self.bodies.get(coding)
        if body is None:
            known, bytes_known = next(iter(self.bodies.items()))
            body = self.bodies[coding] = compression.compress(compression.expand(bytes_known, known), coding)
        etag = etag_of_coding(self.etag, coding)
        headers = [*self.headers]
        if self.last_modified is not None:
            headers.append(("Last-Modified", http_date(self.last_modified)))
        if etag:
            headers.append(("ETag", etag))
        unmodified = [header for header in headers if header[0].lower() not in OF_THE_BODY]
        if coding != IDENTITY:
            headers.append(("Content-Encoding", coding))
        headers.append(("Content-Length", str(len(body))))
        made = self.variants[coding] = Variant(etag, headers, unmodified, [body])
        return made

    def to_bytes(self) -> bytes:
        """Return the entry with one body, for Redis: a length, that many bytes of JSON, the body. No pickle."""
        coding, body = next(iter(self.bodies.items()))
        head = json.dumps(
            {
                "status": self.status,
                "headers": self.headers,
                "etag": self.etag,
                "last_modified": self.last_modified,
                "is_dated": self.is_dated,
                "codings": self.codings,
                "until": self.until,
                "coding": coding,
            }
        ).encode()
        return struct.pack("!I", len(head)) + head + body

    @classmethod
    def from_bytes(cls, data: bytes, stamp: Stamp) -> "Entry":
        """Read what `to_bytes` wrote. Raises ValueError, KeyError or struct.error for anything else."""
        (length,) = struct.unpack_from("!I", data)
        head = json.loads(data[4 : 4 + length])
        headers = [(str(name), str(value)) for name, value in head.pop("headers")]
        codings, bodies = tuple(head.pop("codings")), {head.pop("coding"): data[4 + length :]}
        return cls(headers=headers, codings=codings, bodies=bodies, stamp=stamp, **head)
