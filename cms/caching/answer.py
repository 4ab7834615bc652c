"""Asking the application, and reading its answer."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from django.http.response import HttpResponseBase

from cms.caching.entry import Headers

# What an answer to anyone must not depend on: it is built without them.
PERSONAL_VARIABLES = (
    "HTTP_ACCEPT_ENCODING",
    "HTTP_ACCEPT_LANGUAGE",
    "HTTP_COOKIE",
    "HTTP_ORIGIN",
    "HTTP_REFERER",
    "HTTP_X_REQUESTED_WITH",
)
# Conditions are judged here, where the coding of the answer is known.
CONDITIONS = ("HTTP_IF_NONE_MATCH", "HTTP_IF_MODIFIED_SINCE")


@dataclass
class Answer:
    """What the application said. `stream` is its own iterable where the body is not to be held in memory."""

    status: str
    headers: Headers
    body: bytes = b""
    stream: Iterable[bytes] | None = None
    exception: tuple | None = None

    @property
    def code(self) -> int:
        return int(self.status[:3])

    def get(self, name: str) -> str:
        """Return a header's value, "" where there is none."""
        name = name.lower()
        return next((value for header, value in self.headers if header.lower() == name), "")

    def set(self, name: str, value: str) -> None:
        self.remove(name)
        self.headers.append((name, value))

    def remove(self, name: str) -> None:
        name = name.lower()
        self.headers = [header for header in self.headers if header[0].lower() != name]


def ask(application: Callable, environ: dict) -> Answer:
    """Return the application's answer; a stream is left to the web server."""
    said: list = []

    def start_response(status, headers, exception=None):
        said[:] = [status, list(headers), exception]

    result = application(environ, start_response)
    status, headers, exception = said
    if not isinstance(result, HttpResponseBase) or result.streaming:
        return Answer(status, headers, stream=result, exception=exception)
    try:
        return Answer(status, headers, result.content)
    finally:
        # Django ends the request here: signals, connections, files.
        result.close()


def as_anyone(environ: dict, csrf_cookie: str) -> dict:
    """Return the request without what is somebody's own.

    The CSRF cookie stays: a page with a form would otherwise give its reader a new one at each visit, and forms in
    other windows would not be accepted any more.
    """
    environ = as_get(environ)
    cookies = environ.get("HTTP_COOKIE", "")
    for name in PERSONAL_VARIABLES:
        environ.pop(name, None)
    for cookie in cookies.split(";"):
        if cookie.strip().startswith(f"{csrf_cookie}="):
            environ["HTTP_COOKIE"] = cookie.strip()
    return environ


def as_get(environ: dict) -> dict:
    """Return a reading request as an unconditional GET: a HEAD has the headers of the GET."""
    environ = {**environ, "REQUEST_METHOD": "GET"}
    for name in CONDITIONS:
        environ.pop(name, None)
    return environ
