"""A partner's server in a process of its own: `python -m tests.trial.partner_server PORT FOLDER` keeps what it is told.

FOLDER/told has a line for each message: its webhook-id.
"""

import sys
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path


class Hook(BaseHTTPRequestHandler):
    def do_POST(self):
        self.rfile.read(int(self.headers["Content-Length"]))
        with Path(sys.argv[2], "told").open("a") as told:
            told.write(f"{self.headers['webhook-id']}\n")
        self.send_response(204)
        self.end_headers()


if __name__ == "__main__":
    ThreadingHTTPServer(("127.0.0.1", int(sys.argv[1])), Hook).serve_forever()
