"""A partner's server: a real one, on this machine, that answers what it is told to and remembers what it got."""

import ssl
import threading
import time
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


@dataclass
class Request:
    """What arrived."""

    method: str
    path: str
    headers: dict[str, str]
    body: bytes


@dataclass
class Receiver:
    """`answers` are used up one after another, the last one for ever: a status, or a function of the handler."""

    answers: list = field(default_factory=lambda: [200])
    requests: list[Request] = field(default_factory=list)
    url: str = ""

    def next_answer(self):
        return self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]

    @property
    def ids(self) -> list[str]:
        return [request.headers["webhook-id"] for request in self.requests]


@contextmanager
def receiving(*answers, tls: ssl.SSLContext | None = None, host: str = "127.0.0.1"):
    """Run a receiver; with `tls` it speaks HTTPS. Its address names `host`."""
    receiver = Receiver(list(answers) or [200])

    class Handler(BaseHTTPRequestHandler):
        def answer(self):
            body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
            headers = {name.lower(): value for name, value in self.headers.items()}
            receiver.requests.append(Request(self.command, self.path, headers, body))
            answer = receiver.next_answer()
            if callable(answer):
                answer(self)
                return
            self.send_response(answer)
            self.send_header("Content-Length", "2")
            self.end_headers()
            self.wfile.write(b"ok")

        do_GET = do_POST = answer  # noqa: N815 - the standard library's names

        def log_message(self, *_arguments):
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    server.handle_error = lambda *_arguments: None
    if tls is not None:
        server.socket = tls.wrap_socket(server.socket, server_side=True)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    receiver.url = f"{'https' if tls else 'http'}://{host}:{server.server_port}/hook"
    try:
        yield receiver
    finally:
        server.shutdown()
        server.server_close()


def redirect(handler):
    handler.send_response(302)
    handler.send_header("Location", "http://127.0.0.1/")
    handler.send_header("Content-Length", "0")
    handler.end_headers()


def drip(handler):
    """Answer one byte at a time, for as long as anybody listens."""
    handler.send_response(200)
    handler.send_header("Content-Length", "1000")
    handler.end_headers()
    while True:
        handler.wfile.write(b"x")
        time.sleep(0.05)


def flood(handler):
    handler.send_response(200)
    handler.end_headers()
    handler.wfile.write(b"x" * 1_000_000)


def hang_up(handler):
    handler.connection.close()


def wait_for(seconds):
    """Return an answer that comes after `seconds`."""

    def answer(handler):
        time.sleep(seconds)
        handler.send_response(200)
        handler.send_header("Content-Length", "0")
        handler.end_headers()

    return answer


def asks_for_patience(seconds):
    def answer(handler):
        handler.send_response(429)
        handler.send_header("Retry-After", str(seconds))
        handler.send_header("Content-Length", "0")
        handler.end_headers()

    return answer
