"""A proxy that hands pages on in pieces, as a weak network does; everything else whole."""

import contextlib
import http.client
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import urlsplit

PIECE, PAUSE_SECONDS = 1500, 0.02


@contextlib.contextmanager
def in_pieces(site_url: str) -> Iterator[str]:
    """Give the address at which the site arrives in pieces."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self):
            connection = http.client.HTTPConnection(urlsplit(site_url).netloc, timeout=60)
            connection.request("GET", self.path)
            answer = connection.getresponse()
            content_type, body = answer.getheader("Content-Type", ""), answer.read()
            connection.close()
            self.send_response(answer.status)
            self.send_header("Content-Type", content_type)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            size, pause = (PIECE, PAUSE_SECONDS) if content_type.startswith("text/html") else (len(body) or 1, 0)
            for start in range(0, len(body), size):
                self.wfile.write(body[start : start + size])
                self.wfile.flush()
                time.sleep(pause)

        def log_message(self, *arguments):
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
