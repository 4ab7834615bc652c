"""A site of a few lines for tests of the layer: an application that counts, and a reader who asks it."""

import gzip
from dataclasses import dataclass
from io import BytesIO

import brotli
from django.http import HttpResponse

from cms.caching.layer import ResponseCache
from cms.caching.memory import Memory
from cms.caching.numbers import Numbers

PAGE = b"<html><p>" + b"text " * 200 + b"</p></html>"


class Application:
    """Answers what `make(environ)` returns, as Django's handler does, and remembers what it was asked."""

    def __init__(self, make=lambda environ: HttpResponse(PAGE)):
        self.make = make
        self.asked = []

    def __call__(self, environ, start_response):
        self.asked.append(environ)
        response = self.make(environ)
        # There was no request that Django could end, only its files are closed.
        response.close = lambda: [close() for close in response._resource_closers]
        start_response(
            f"{response.status_code} {response.reason_phrase}",
            [*response.items(), *(("Set-Cookie", cookie.OutputString()) for cookie in response.cookies.values())],
        )
        return response


class Watch:
    """Knows the numbers a test sets."""

    def __init__(self):
        self.value, self.due_at = 1, float("inf")

    def numbers(self):
        return Numbers(("release", "epoch", self.value, 0), self.due_at, 1_772_000_000) if self.value else None


@dataclass
class Got:
    """An answer as a reader gets it."""

    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def text(self) -> bytes:
        coding = self.headers.get("Content-Encoding")
        return {"br": brotli.decompress, "gzip": gzip.decompress}.get(coding, lambda body: body)(self.body)


class Site:
    """The layer around an application, in memory alone."""

    def __init__(self, make=None, *, max_bytes=10_000_000, **parts):
        self.application = Application(make) if make else Application()
        self.watch = Watch()
        self.layer = ResponseCache(
            self.application, self.watch, memory=Memory(max_bytes) if max_bytes else None, **parts
        )

    @property
    def built(self) -> int:
        return len(self.application.asked)

    def get(self, address="/", method="GET", **headers) -> Got:
        path, _question, query = address.partition("?")
        environ = {
            "REQUEST_METHOD": method,
            "PATH_INFO": path,
            "QUERY_STRING": query,
            "HTTP_HOST": "localhost",
            "SERVER_NAME": "localhost",
            "SERVER_PORT": "80",
            "REMOTE_ADDR": "127.0.0.1",
            "wsgi.url_scheme": "http",
            "wsgi.input": BytesIO(),
            **{f"HTTP_{name.upper()}": value for name, value in headers.items()},
        }
        said = []
        body = self.layer(environ, lambda status, headers, _error=None: said.extend((status, headers)))
        try:
            sent = b"".join(body)
        finally:
            if hasattr(body, "close"):
                body.close()
        names = [name for name, _value in said[1]]
        assert len(names) == len({name.lower() for name in names}), "a header is sent twice"
        return Got(int(said[0][:3]), dict(said[1]), sent)
