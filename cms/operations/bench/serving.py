"""Servers to measure over HTTP: each in processes of its own, and the CPU they use for an answer."""

import contextlib
import http.client
import multiprocessing
import os
import shutil
import socket
import statistics
import subprocess
import time
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

from django.conf import settings

from cms.operations.start import web_server

START_SECONDS = 90
NGINX = Path("cms/operations/deploy/nginx.conf")


class Server:
    """A running server, measured by what its processes have used, children included (from /proc, in nanoseconds)."""

    def __init__(self, name: str, pid: int, port: int, path: str):
        self.name, self.pid, self.port, self.path = name, pid, port, path
        self.status = 0

    def processes(self) -> list[int]:
        found, unseen = [], [self.pid]
        while unseen:
            pid = unseen.pop()
            found.append(pid)
            for task in Path(f"/proc/{pid}/task").iterdir():
                unseen += [int(child) for child in (task / "children").read_text().split()]
        return found

    def cpu_nanoseconds(self) -> int:
        tasks = [task for pid in self.processes() for task in Path(f"/proc/{pid}/task").iterdir()]
        return sum(int((task / "schedstat").read_text().split()[0]) for task in tasks)

    def wait(self) -> "Server":
        """Return when it answers 200. Raises TimeoutError."""
        until = time.monotonic() + START_SECONDS
        while time.monotonic() < until:
            with contextlib.suppress(OSError, http.client.HTTPException):
                if self.ask(1) == 200:
                    return self
            time.sleep(0.1)
        raise TimeoutError(f"{self.name} does not answer")

    def ask(self, count: int) -> int:
        """Ask `count` times over one connection; return the last status."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        try:
            for _ in range(count):
                connection.request("GET", self.path, headers={"Accept-Encoding": "gzip"})
                response = connection.getresponse()
                response.read()
            return response.status
        finally:
            connection.close()


def measure_in_turns(servers: list[Server], rounds: int, count: int) -> dict[str, float]:
    """Return, by name, the median CPU time of one answer in milliseconds; `count` requests a round."""
    times: dict[str, list[float]] = {server.name: [] for server in servers}
    for turn in range(rounds + 1):
        for server in servers:
            began = server.cpu_nanoseconds()
            server.ask(count)
            # The first round fills caches.
            if turn:
                times[server.name].append((server.cpu_nanoseconds() - began) / count / 1e6)
    return {name: statistics.median(found) for name, found in times.items()}


def free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return free.getsockname()[1]


@contextlib.contextmanager
def granian(name: str, application: str, path: str) -> Iterator[Server]:
    """Serve an application ("module:name") as the site is served, by one worker process."""
    # Loaded before the fork, as `serve` does.
    import_module(application.partition(":")[0])
    port = free_port()
    process = multiprocessing.get_context("fork").Process(target=web_server.run, args=(application, port, 1))
    process.start()
    try:
        yield Server(name, process.pid, port, path).wait()
    finally:
        process.terminate()
        process.join(15)


@contextlib.contextmanager
def nginx(folder: Path, site_port: int) -> Iterator[tuple[int, int]]:
    """Run nginx with the project's configuration, and `folder`/files beside it; give (process id, port)."""
    port = free_port()
    text = (settings.BASE_DIR / NGINX).read_text()
    for line, instead in (
        ("server 127.0.0.1:8000", f"server 127.0.0.1:{site_port}"),
        # Without TLS, and with nobody else's ports: what is measured is an answer.
        ("listen 80 default_server;", f"listen unix:{folder}/plain.sock;"),
        ("listen [::]:80 default_server;", ""),
        ("listen 443 ssl http2 default_server;", f"root {folder};\n        listen 127.0.0.1:{port};"),
        ("listen [::]:443 ssl http2 default_server;", ""),
        ("ssl_certificate /etc/ssl/cms/fullchain.pem;", "location /files/ {\n        }"),
        ("ssl_certificate_key /etc/ssl/cms/privkey.pem;", ""),
        ("worker_processes auto;", "worker_processes 1;" + (" user root;" if os.geteuid() == 0 else "")),
    ):
        if line not in text:
            raise ValueError(f"{NGINX} has no line {line!r}")
        text = text.replace(line, instead)
    (folder / "nginx.conf").write_text(text)
    command = [shutil.which("nginx"), "-p", f"{folder}/", "-c", str(folder / "nginx.conf"), "-g", "daemon off;"]
    process = subprocess.Popen(command, stderr=subprocess.DEVNULL)
    try:
        yield process.pid, port
    finally:
        process.terminate()
        process.wait(15)
