"""Browsers by the thousand, each view over a real connection: what was acknowledged is counted here."""

import secrets
import socket
import threading
import time
from urllib.parse import urlencode

AGENT = "Mozilla/5.0 (Linux; Android 14; SM-A155F) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0 Mobile"
ADDRESS = "198.51.100.23"
SESSION = "a-session-nobody-may-keep"


class Visitors:
    """`threads` connections to a port that send views of these paths until told to stop, or until `views` are told."""

    def __init__(self, port: int, paths: list[str], threads: int = 8, views: int | None = None):
        self.port, self.paths, self.views = port, paths, views
        self.acknowledged = self.sent = 0
        self._lock = threading.Lock()
        self._is_over = threading.Event()
        self._threads = [threading.Thread(target=self._visit, args=(number,)) for number in range(threads)]

    def __enter__(self) -> "Visitors":
        for thread in self._threads:
            thread.start()
        return self

    def __exit__(self, *_error) -> None:
        if self.views is None:
            self._is_over.set()
        for thread in self._threads:
            thread.join()

    def _visit(self, number: int) -> None:
        connection = None
        while not self._is_over.is_set():
            with self._lock:
                if self.views is not None and self.sent >= self.views:
                    return
                self.sent += 1
            try:
                if connection is None:
                    connection = socket.create_connection(("127.0.0.1", self.port), timeout=10)
                connection.sendall(self._request(number))
                answer = connection.recv(2048)
            except OSError:
                answer = b""
            if answer.startswith(b"HTTP/1.1 204"):
                with self._lock:
                    self.acknowledged += 1
            else:
                connection = None
                time.sleep(0.05)

    def _request(self, number: int) -> bytes:
        said = {"id": secrets.token_hex(16), "path": self.paths[(self.sent + number) % len(self.paths)]}
        body = urlencode({**said, "from": "baoquangninh.vn"}).encode()
        host = f"127.0.0.1:{self.port}"
        return (
            f"POST /thong-ke/dem HTTP/1.1\r\nHost: {host}\r\nOrigin: http://{host}\r\nUser-Agent: {AGENT}\r\n"
            f"X-Forwarded-For: {ADDRESS}\r\nCookie: sessionid={SESSION}\r\nSec-Fetch-Site: same-origin\r\n"
            f"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {len(body)}\r\n\r\n"
        ).encode() + body
