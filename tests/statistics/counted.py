"""The counting layer around an application of a few lines, and a browser that counts its views."""

import io
import secrets
from dataclasses import dataclass, field
from urllib.parse import urlencode

from cms.statistics.layer import BEACON_PATH, PICTURE_PATH, CountingLayer
from cms.statistics.recorder import Recorder

PERSON = "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0 Mobile Safari/537.36"


@dataclass
class Answer:
    status: int
    headers: dict[str, str]
    body: bytes


@dataclass
class Counted:
    """`ask` sends a request through the layer; `view` a view as a page does; `flush` brings all to the database."""

    layer: CountingLayer
    status: str = "200 OK"
    asked: list = field(default_factory=list)

    @classmethod
    def around(cls, folder, limits=None) -> "Counted":
        made = cls(None)
        made.layer = CountingLayer(made._application, Recorder(folder, is_collecting=False), limits)
        return made

    def _application(self, environ, start_response):
        self.asked.append(environ)
        start_response(self.status, [])
        return [b"told"]

    def ask(self, path, method="GET", body=b"", query="", **headers) -> Answer:
        environ = {
            "REQUEST_METHOD": method,
            "PATH_INFO": path,
            "QUERY_STRING": query,
            "REMOTE_ADDR": "203.0.113.7",
            "CONTENT_LENGTH": str(len(body)),
            "wsgi.input": io.BytesIO(body),
            "HTTP_HOST": "localhost",
            "HTTP_USER_AGENT": PERSON,
            "HTTP_COOKIE": "sessionid=who-i-am",
            **{f"HTTP_{name}": value for name, value in headers.items()},
        }
        said = []
        sent = b"".join(self.layer(environ, lambda status, headers, *_error: said.extend((status, headers))))
        return Answer(int(said[0][:3]), dict(said[1]), sent)

    def view(self, path="/", identity=None, *, headers=None, **values) -> Answer:
        said = {"id": identity or secrets.token_hex(16), "path": path, **values}
        headers = {"ORIGIN": "http://localhost", **(headers or {})}
        return self.ask(BEACON_PATH, "POST", urlencode(said).encode(), **headers)

    def see_picture(self, path="/", **headers) -> Answer:
        return self.ask(PICTURE_PATH, query=urlencode({"p": path}), **headers)

    def flush(self) -> None:
        self.layer.recorder.flush()
