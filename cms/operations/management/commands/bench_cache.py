"""What keeping answers is worth: CPU of a kept answer beside the least a server can do for the same bytes.

Method: over HTTP on 127.0.0.1, a bounded number of requests on one connection, in turns. granian serves the home page
from the response cache, beside granian serving the same bytes from a constant; nginx serves it from its cache, beside
nginx serving a file of the same bytes. What counts is the CPU time of the serving processes, so that the client's work
does not count, and the ratio within a pair, so that the machine does not.
"""

import http.client
import os
import shutil
import tempfile
from contextlib import ExitStack
from pathlib import Path

from django.core.management.base import BaseCommand
from django.db import connections

from cms.operations.bench.serving import Server, granian, measure_in_turns, nginx

PATH = "/"
PAIRS = [
    ("granian: kept page", "granian: fixed bytes", 1.5),
    ("nginx: kept page", "nginx: file", 1.2),
]


class Command(BaseCommand):
    help = "Measure an answer from the caches beside fixed bytes and a file (fill the database first)."

    def add_arguments(self, parser):
        parser.add_argument("--rounds", type=int, default=7)
        parser.add_argument("--requests", type=int, default=1500, help="Requests a round.")

    def handle(self, *args, rounds, requests, **options):
        connections.close_all()
        with ExitStack() as stack:
            servers = self.start(stack)
            measured = measure_in_turns(servers, rounds, requests)
        self.stdout.write(f"CPU time of the server for one answer, median of {rounds} rounds of {requests}\n\n")
        for ours, yardstick, target in PAIRS:
            if ours not in measured:
                self.stdout.write(f"{ours}: nginx is not installed\n")
                continue
            ratio = measured[ours] / measured[yardstick]
            figures = f"{measured[ours]:>8.4f} ms{measured[yardstick]:>9.4f} ms{ratio:>7.2f}x"
            self.stdout.write(f"{ours} / {yardstick.partition(': ')[2]:<14}{figures}   (wanted: at most {target}x)\n")

    def start(self, stack: ExitStack) -> list[Server]:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="bench-")))
        site = stack.enter_context(granian(PAIRS[0][0], "cms.wsgi:application", PATH))
        body = self.body_of(site)
        (folder / "files").mkdir()
        (folder / "files" / "page.html").write_bytes(body)
        os.environ["BENCH_FIXED_BODY"] = str(folder / "files" / "page.html")
        servers = [site, stack.enter_context(granian(PAIRS[0][1], "cms.operations.bench.fixed:application", PATH))]
        if shutil.which("nginx"):
            pid, port = stack.enter_context(nginx(folder, site.port))
            servers.append(Server(PAIRS[1][0], pid, port, PATH).wait())
            servers.append(Server(PAIRS[1][1], pid, port, "/files/page.html").wait())
        return servers

    def body_of(self, site: Server) -> bytes:
        connection = http.client.HTTPConnection("127.0.0.1", site.port)
        connection.request("GET", site.path, headers={"Accept-Encoding": "gzip"})
        body = connection.getresponse().read()
        connection.close()
        return body
