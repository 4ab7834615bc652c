"""The site under trial as real processes, which can be killed, and commands beside it on the same data."""

import contextlib
import http.client
import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

from django.conf import settings

START_SECONDS = 180
OURS = ("DATABASE_URL", "DJANGO_SETTINGS_MODULE", "SECRET_KEY", "BASE_URL", "ALLOWED_HOSTS", "REDIS_URL")


class SiteUnderTrial:
    """`manage.py serve` over a folder and a database of its own."""

    def __init__(self, folder: Path, database_url: str):
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.folder, self.root = folder, f"http://127.0.0.1:{self.port}"
        kept = {name: value for name, value in os.environ.items() if name not in OURS}
        self.environment = {
            **kept,
            **({"DATABASE_URL": database_url} if database_url else {}),
            "DATA_DIR": str(folder),
            "PORT": str(self.port),
            "ENV_FILE": "",
            "PYTHONPATH": str(settings.BASE_DIR),
            "DJANGO_SETTINGS_MODULE": "cms.settings",
        }
        self.process: subprocess.Popen | None = None

    def command(self, *arguments: str, name: str) -> subprocess.Popen:
        """Start a Python process on the site's data; its output is in the folder under this name."""
        with Path(self.folder, f"{name}.log").open("a") as output:
            return subprocess.Popen(
                [sys.executable, *arguments],
                cwd=settings.BASE_DIR,
                env=self.environment,
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=output,
            )

    def run(self, *arguments: str, name: str) -> None:
        """Run a command to its end. Raises RuntimeError with what it said."""
        if self.command(*arguments, name=name).wait() != 0:
            raise RuntimeError(self.said(name))

    def shell(self, code: str) -> str:
        """Run Python on the site's data; return the last line it prints, "" if it prints nothing."""
        name = f"shell-{time.monotonic_ns()}"
        self.run("manage.py", "shell", "--no-imports", "-c", code, name=name)
        return (["", *Path(self.folder, f"{name}.log").read_text().strip().splitlines()])[-1]

    def said(self, name: str) -> str:
        return f"{name}: {Path(self.folder, f'{name}.log').read_text()[-6000:]}"

    def begin(self) -> None:
        """Start serving, and do not wait for it."""
        self.process = self.command("manage.py", "serve", "--no-demo", name="serve")

    def start(self) -> None:
        """Start serving; return when it is ready. Raises RuntimeError with what it said."""
        self.begin()
        until = time.monotonic() + START_SECONDS
        while self.status("/readyz") != http.client.OK:
            if time.monotonic() > until or self.process.poll() is not None:
                raise RuntimeError(self.said("serve"))
            time.sleep(0.2)

    def status(self, address: str) -> int:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        try:
            connection.request("GET", address)
            return connection.getresponse().status
        except (OSError, http.client.HTTPException):
            return 0
        finally:
            connection.close()

    def descendants(self) -> list[int]:
        """Return the process ids below the site's own, parents first."""
        found, waiting = [], [self.process.pid]
        while waiting:
            children = children_of(waiting.pop(0))
            found += children
            waiting += children
        return found

    def kill(self, pid: int) -> None:
        """End one of the site's processes as a power cut would."""
        try:
            os.kill(pid, signal.SIGKILL)
        except ProcessLookupError:
            return

    def kill_all(self) -> None:
        pids = [self.process.pid, *self.descendants()]
        for pid in pids:
            self.kill(pid)
        self.process.wait()
        # What lost its parent before is no descendant any more, and ends by itself.
        until = time.monotonic() + START_SECONDS
        while self.is_listening() and time.monotonic() < until:
            time.sleep(0.1)

    def is_listening(self) -> bool:
        with socket.socket() as attempt:
            return attempt.connect_ex(("127.0.0.1", self.port)) == 0

    def stop(self) -> None:
        if self.process is not None and self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
            self.process.wait(60)


def children_of(pid: int) -> list[int]:
    """Return the process ids right below one; none if it has ended."""
    # A child belongs to the thread that made it.
    found = []
    for path in Path(f"/proc/{pid}/task").glob("*/children"):
        with contextlib.suppress(OSError):
            found += [int(child) for child in path.read_text().split()]
    return found
