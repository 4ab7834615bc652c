"""A small website with a change feed that a test fills, breaks and watches."""

import hashlib
import json
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from urllib.parse import parse_qs, urlsplit

KIND = "articles.ArticlePage"


class FakeFeed:
    """`items` maps a uuid to (number, document or None); `files` a name to bytes; `trouble` is answered first."""

    def __init__(self):
        self.epoch, self.number = "aaaa", 0
        self.items: dict[str, tuple[int, str | None]] = {}
        self.files: dict[str, bytes] = {}
        self.trouble: list[tuple[int, dict]] = []
        self.asked: list[tuple[str, dict]] = []
        self.page_size = 2
        self.root = ""

    @property
    def address(self) -> str:
        return f"{self.root}/api/v2/changes/"

    def publish(self, uuid: str, title: str = "Bài", files: tuple[str, ...] = ()) -> None:
        named = [
            {"sha256": hashlib.sha256(self.files[name]).hexdigest(), "url": f"{self.root}/{name}"} for name in files
        ]
        self.number += 1
        document = {"title": title, "ratio": 0.5, "empty": {}, "none": [], "body": [{"value": named}]}
        self.items[uuid] = self.number, json.dumps(document, ensure_ascii=False, separators=(",", ":"))

    def withdraw(self, uuid: str) -> None:
        self.number += 1
        self.items[uuid] = self.number, None

    def documents(self) -> dict[str, bytes]:
        """Return what a copy must hold: {path: bytes}."""
        live = {uuid: text for uuid, (_number, text) in self.items.items() if text is not None}
        return {f"items/{KIND}/vi/{uuid}.json": text.encode() for uuid, text in live.items()}

    def answer(self, address: str, headers: dict) -> tuple[int, dict, bytes]:
        self.asked.append((address, headers))
        if self.trouble:
            status, sent = self.trouble.pop(0)
            return status, sent, b"{}"
        path, query = urlsplit(address).path, parse_qs(urlsplit(address).query)
        if path != "/api/v2/changes/":
            found = self.files.get(path.lstrip("/"))
            return (200, {}, found) if found is not None else (404, {}, b"")
        epoch, _dot, number = query.get("token", ["aaaa.0"])[0].partition(".")
        if "token" in query and epoch != self.epoch:
            return 410, {}, json.dumps({"restart": f"{self.address}?include=document"}).encode()
        body = self.page(int(number) if "token" in query else 0, is_new="token" not in query)
        etag = f'"{hashlib.sha256(body).hexdigest()}"'
        if headers.get("If-None-Match") == etag:
            return 304, {"ETag": etag}, b""
        return 200, {"ETag": etag}, body

    def page(self, after: int, is_new: bool) -> bytes:
        rows = sorted((number, uuid, text) for uuid, (number, text) in self.items.items() if number > after)
        rows = [row for row in rows if row[2] is not None or not is_new]
        here, has_more = rows[: self.page_size], len(rows) > self.page_size
        token = f"{self.epoch}.{here[-1][0] if has_more else self.number}"
        meta = {"next": f"{self.address}?token={token}&include=document", "token": token, "has_more": has_more}
        lines = ",\n".join(_item(*row) for row in here)
        return f'{{"meta":{json.dumps(meta)},"items":[\n{lines}\n]}}\n'.encode()


def _item(number: int, uuid: str, text: str | None) -> str:
    told = {"op": "upsert" if text else "delete", "type": KIND, "uuid": uuid, "locale": "vi", "sequence": number}
    start = json.dumps(told, separators=(",", ":"))
    return f'{start[:-1]},"document":{text}}}' if text else start


@contextmanager
def serving(feed: FakeFeed):
    """Serve `feed` on a port of its own."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            status, headers, body = feed.answer(self.path, dict(self.headers))
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            if status != 304:
                self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *args):
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        feed.root = f"http://127.0.0.1:{server.server_port}"
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
        thread.start()
        try:
            yield feed
        finally:
            server.shutdown()
            thread.join()
