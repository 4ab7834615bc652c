"""Compressing and reading bodies: brotli and gzip, at levels that cost less than they save."""

import gzip
import zlib

import brotli
from django.utils.text import compress_string

from cms.caching.negotiation import IDENTITY

BROTLI_QUALITY = 5
GZIP_LEVEL = 6
# Below this the header costs more than the body loses.
MIN_BYTES = 300
COMPRESSIBLE = ("text/", "application/json", "application/xml", "application/javascript", "image/svg+xml")
COMPRESSIBLE_SUFFIXES = ("+json", "+xml")
# A secret that is echoed with a stranger's text can be guessed from lengths: private answers get a random one (BREACH).
MAX_RANDOM_BYTES = 100
PRIVATE_CODINGS = ("gzip", IDENTITY)


def is_compressible(content_type: str, size: int) -> bool:
    name = content_type.partition(";")[0].strip().lower()
    return size >= MIN_BYTES and (name.startswith(COMPRESSIBLE) or name.endswith(COMPRESSIBLE_SUFFIXES))


def compress(body: bytes, coding: str) -> bytes:
    if coding == "br":
        return brotli.compress(body, quality=BROTLI_QUALITY)
    if coding == "gzip":
        return gzip.compress(body, compresslevel=GZIP_LEVEL, mtime=0)
    return body


def compress_private(body: bytes, coding: str) -> bytes:
    """Return `body` in one of PRIVATE_CODINGS; gzip with a length that differs by chance."""
    return compress_string(body, max_random_bytes=MAX_RANDOM_BYTES) if coding == "gzip" else body


def expand(body: bytes, coding: str) -> bytes:
    """Return what `compress` was given."""
    if coding == "br":
        return brotli.decompress(body)
    if coding == "gzip":
        return zlib.decompress(body, wbits=31)
    if coding != IDENTITY:
        raise ValueError(coding)
    return body
