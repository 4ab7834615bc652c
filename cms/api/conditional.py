"""Answers with validators (RFC 9110, sections 8.8 and 13): strong ETag, Last-Modified, 304, 412; and who may keep them.

The ETag is the digest of the body itself, or of what tells it from every other: it holds for any selection of fields
and across releases. For a list Last-Modified is the moment the store last changed: of a list whose newest item was
withdrawn, no date of what is left would tell.
"""

import hashlib
from datetime import datetime

from django.http import HttpResponse
from django.utils.cache import get_conditional_response
from django.utils.http import http_date

from cms.api.audience import PUBLIC_ONLY, Audiences

# Browsers ask each time; an edge may answer for a minute, and once more while it asks.
CACHE_CONTROL = "public, max-age=0, s-maxage=60, stale-while-revalidate=30"
# What a key opens is for its holder: nobody on the way keeps it.
PRIVATE = "private, max-age=0"
CONDITIONS = frozenset({"HTTP_IF_MATCH", "HTTP_IF_NONE_MATCH", "HTTP_IF_MODIFIED_SINCE", "HTTP_IF_UNMODIFIED_SINCE"})


def answer(
    request,
    body: bytes,
    *,
    told_by: bytes | None = None,
    audiences: Audiences = PUBLIC_ONLY,
    last_modified: datetime | None = None,
    content_type: str = "application/json",
    content_language: str = "",
) -> HttpResponse:
    """Return `body` with its validators, or 304 (or 412) where the request's conditions say so.

    `told_by` is something shorter that is another for every other body of this address.
    """
    response = HttpResponse(body, content_type=content_type)
    response["Cache-Control"] = CACHE_CONTROL if audiences == PUBLIC_ONLY else PRIVATE
    response["ETag"] = etag = f'"{hashlib.sha256(body if told_by is None else told_by).hexdigest()[:32]}"'
    timestamp = int(last_modified.timestamp()) if last_modified else None
    if timestamp is not None:
        response["Last-Modified"] = http_date(timestamp)
    if content_language:
        response["Content-Language"] = content_language
    if CONDITIONS.isdisjoint(request.META):
        return response
    return get_conditional_response(request, etag=etag, last_modified=timestamp, response=response)


def answer_once(body: bytes) -> HttpResponse:
    """Return a body that no two requests share (a random order): nobody keeps it."""
    response = HttpResponse(body, content_type="application/json")
    response["Cache-Control"] = "no-store"
    return response
