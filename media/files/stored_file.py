"""Answering with a stored file: conditional requests, byte ranges, HEAD (RFC 9110, §13 and §14)."""

import hashlib
from collections.abc import Iterator
from datetime import datetime
from itertools import chain

from django.core.files.storage import Storage
from django.http import Http404, HttpResponse, StreamingHttpResponse
from django.utils.cache import get_conditional_response
from django.utils.http import http_date, parse_http_date_safe

from media.files.ranges import NotSatisfiable, parse_range

BLOCK = 64 * 1024


class StoredFile:
    """A file in a storage. Raises Http404 if it is not there, or is a folder."""

    def __init__(self, storage: Storage, name: str, digest: str = ""):
        self.storage, self.name = storage, name
        # A storage on another machine is asked once what there is, and for no more bytes than are sent.
        self.is_remote = hasattr(storage, "stream")
        self.size: int
        self.modified: datetime
        try:
            if self.is_remote:
                self.size, self.modified = storage.look(name)
                self.file = None
            else:
                self.size, self.modified = storage.size(name), storage.get_modified_time(name)
                self.file = storage.open(name, "rb")
        except (OSError, ValueError) as error:
            raise Http404("no such file") from error
        # Strong: names are never used twice for different bytes, and size and time would tell a repair.
        self.etag = f'"{digest or self._fingerprint()}"'

    def _fingerprint(self) -> str:
        text = f"{self.name}\n{self.size}\n{self.modified.timestamp()}"
        return hashlib.sha256(text.encode()).hexdigest()[:32]

    def respond(self, request, content_type: str) -> HttpResponse:
        """Return 200, 206, 304, 412 or 416; the caller adds what else it has to say in headers."""
        response = self._answer(request, content_type)
        if not response.streaming and self.file is not None:
            self.file.close()
        response.headers["Accept-Ranges"] = "bytes"
        response.headers["ETag"] = self.etag
        response.headers["Last-Modified"] = http_date(self.modified.timestamp())
        response.headers["X-Content-Type-Options"] = "nosniff"
        return response

    def _answer(self, request, content_type: str) -> HttpResponse:
        last_modified = int(self.modified.timestamp())
        conditional = get_conditional_response(request, etag=self.etag, last_modified=last_modified)
        if conditional is not None:
            return conditional
        if request.method == "HEAD":
            # Ranges are defined for GET alone (§14.2).
            return HttpResponse(content_type=content_type, headers={"Content-Length": self.size})
        part = None
        if "Range" in request.headers and self._is_same(request.headers.get("If-Range", "")):
            try:
                part = parse_range(request.headers["Range"], self.size)
            except NotSatisfiable:
                return HttpResponse(status=416, headers={"Content-Range": f"bytes */{self.size}"})
        first, length = (part.first, part.length) if part else (0, self.size)
        blocks = self._asked(first, length) if self.is_remote else self._blocks(first, length)
        response = StreamingHttpResponse(blocks, status=206 if part else 200, content_type=content_type)
        # Closed with the response also when a client goes away before the first block.
        if self.file is not None:
            response._resource_closers.append(self.file.close)
        response.headers["Content-Length"] = length
        if part:
            response.headers["Content-Range"] = part.content_range(self.size)
        return response

    def _is_same(self, condition: str) -> bool:
        """Whether `If-Range` lets a range be answered: absent, our strong tag, or exactly our date (§13.1.5)."""
        if not condition:
            return True
        if condition.startswith(('"', "W/")):
            return condition == self.etag
        return parse_http_date_safe(condition) == int(self.modified.timestamp())

    def _asked(self, first: int, length: int) -> Iterator[bytes]:
        """Ask for the first block now: what goes wrong is still an answer of its own, not one that breaks off."""
        blocks = self.storage.stream(self.name, first, length)
        begun = next(blocks, b"")
        return chain([begun], blocks)

    def _blocks(self, first: int, length: int) -> Iterator[bytes]:
        self.file.seek(first)
        while length > 0:
            block = self.file.read(min(BLOCK, length))
            if not block:
                return
            length -= len(block)
            yield block
