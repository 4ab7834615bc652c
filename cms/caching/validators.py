"""Validators and the conditions on them (RFC 9110, sections 8.8 and 13), for answers to GET and HEAD."""

import hashlib
import re

from django.utils.http import parse_http_date_safe

from cms.caching.negotiation import IDENTITY

# How an answer tells this layer that its date is too coarse to go by; the layer takes it off.
ETAG_ALONE = "X-Validate-By-ETag-Alone"

_ETAGS = re.compile(r'\s*(?:(?:W/)?("[^"]*")\s*(?:,|$)|,)')
_CODED = re.compile(r'-(?:br|gzip)"')


def digest_etag(body: bytes) -> str:
    """Return a strong entity tag that follows from the body alone: it holds in every process and release."""
    return f'"{hashlib.sha256(body).hexdigest()[:32]}"'


def etag_of_coding(etag: str, coding: str) -> str:
    """Return the entity tag of a representation in another coding: it is another sequence of bytes."""
    return etag if not etag or coding == IDENTITY else f'{etag[:-1]}-{coding}"'


def without_codings(header: str) -> str:
    """Return a list of entity tags as Django, which knows no codings, compares them."""
    return _CODED.sub('"', header)


def is_unmodified(environ: dict, etag: str, last_modified: int | None) -> bool:
    """Whether the reader has this representation already: then 304 is the answer."""
    known = environ.get("HTTP_IF_NONE_MATCH")
    if known is not None:
        return bool(etag) and (known == etag or _names(known, etag))
    since = environ.get("HTTP_IF_MODIFIED_SINCE")
    if since is None or last_modified is None:
        return False
    moment = parse_http_date_safe(since)
    return moment is not None and last_modified <= moment


def _names(header: str, etag: str) -> bool:
    """Whether a list of entity tags has this one, by weak comparison. A list that cannot be read has none."""
    if header.strip() == "*":
        return True
    position, opaque = 0, etag.removeprefix("W/")
    found = False
    while position < len(header):
        match = _ETAGS.match(header, position)
        if match is None:
            return False
        found = found or match[1] == opaque
        position = match.end()
    return found
