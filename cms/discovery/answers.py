"""Answers of this room: public, kept as pages are, open to scripts of other sites."""

from django.http import HttpResponse

from cms.caching import policy, tags


def public_answer(body: bytes | str, content_type: str, status: int = 200) -> HttpResponse:
    """Return an answer that anyone may keep until something published changes; ETag and Last-Modified come with it."""
    response = HttpResponse(body, content_type=content_type, status=status)
    response.headers["Cache-Control"] = policy.CACHE_CONTROL if status == 200 else policy.SHORT_CACHE_CONTROL
    response.headers[tags.HEADER] = ",".join((tags.CHANGES, tags.HTML))
    response.headers["Access-Control-Allow-Origin"] = "*"
    return response
