"""Asking the site as a reader does: through the WSGI application of this process, or a running server."""

import http.client
import json
import time
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import unquote_to_bytes, urlsplit
from wsgiref.util import setup_testing_defaults

# A server that limits readers says for how long; this many times we wait.
PATIENCE = 10


@dataclass(frozen=True)
class Answer:
    """What a door said; header names are in lower case."""

    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def is_ok(self) -> bool:
        return self.status == http.client.OK

    @property
    def text(self) -> str:
        return self.body.decode(errors="replace")

    def json(self) -> dict:
        return json.loads(self.body)


class Asker:
    """Asks for addresses of the site, which calls itself `origin` (scheme and host)."""

    def __init__(self, origin: str):
        self.origin = origin.rstrip("/")

    def is_ours(self, address: str) -> bool:
        return address.startswith(f"{self.origin}/") or (address.startswith("/") and not address.startswith("//"))

    def get(self, address: str) -> Answer:
        """Return the answer to a GET of an address of ours, whole or its path; redirects are not followed."""
        parts = urlsplit(address)
        for _attempt in range(PATIENCE):
            answer = self.ask(parts.path or "/", parts.query)
            if answer.status != http.client.TOO_MANY_REQUESTS:
                break
            time.sleep(min(int(answer.headers.get("retry-after", "1")), 60))
        return answer

    def ask(self, path: str, query: str) -> Answer:
        raise NotImplementedError


class InProcess(Asker):
    """Through a WSGI application: every layer but the network."""

    def __init__(self, application: Callable, origin: str):
        super().__init__(origin)
        self.application = application

    def ask(self, path: str, query: str) -> Answer:
        parts = urlsplit(self.origin)
        environ = {
            "REQUEST_METHOD": "GET",
            # PEP 3333: bytes, written as Latin-1.
            "PATH_INFO": unquote_to_bytes(path).decode("latin-1"),
            "QUERY_STRING": query,
            "SERVER_NAME": parts.hostname,
            "SERVER_PORT": str(parts.port or 80),
            "HTTP_HOST": parts.netloc,
            "REMOTE_ADDR": "127.0.0.1",
            "wsgi.url_scheme": parts.scheme,
        }
        setup_testing_defaults(environ)
        said = []
        sent = self.application(environ, lambda status, headers, _error=None: said.append((status, headers)))
        try:
            body = b"".join(sent)
        finally:
            if hasattr(sent, "close"):
                sent.close()
        status, headers = said[-1]
        return Answer(int(status[:3]), {name.lower(): value for name, value in headers}, body)


class OverHttp(Asker):
    """A running server at `url`, over one connection that is kept."""

    def __init__(self, url: str, origin: str):
        super().__init__(origin)
        parts = urlsplit(url)
        kind = http.client.HTTPSConnection if parts.scheme == "https" else http.client.HTTPConnection
        self._connection = kind(parts.netloc, timeout=60)

    def ask(self, path: str, query: str) -> Answer:
        address = f"{path}?{query}" if query else path
        try:
            return self._ask_once(address)
        except (http.client.HTTPException, ConnectionError):
            # The server may close a connection that was quiet.
            self._connection.close()
            return self._ask_once(address)

    def _ask_once(self, address: str) -> Answer:
        self._connection.request("GET", address)
        response = self._connection.getresponse()
        headers = {name.lower(): value for name, value in response.getheaders()}
        return Answer(response.status, headers, response.read())
