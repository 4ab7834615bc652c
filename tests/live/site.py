"""A whole running site with the demo content, as `make run` starts it, in a folder of its own."""

import contextlib
import fcntl
import http.client
import json
import os
import shutil
import signal
import socket
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

from django.conf import settings
from django_tasks_db.models import DBTaskResult

from tests.database import SQLiteCopy
from tests.live.kept_data import copy_of, kept_folder

# Loading the demo and making its pictures is two minutes of work; a busy machine takes a multiple of that.
START_SECONDS = 1800
# What the pages of a language are, read by a process that has no other database in mind.
LIST_PAGES = """
import json, sys
from wagtail.models import Page
pages = Page.objects.live().public().filter(depth__gte=2).select_related("locale").specific().order_by("path")
json.dump([[p._meta.label, p.locale.language_code, p.get_url()] for p in pages if p.get_url()], sys.stdout)
"""


class DoesNotStartError(RuntimeError):
    """With what the site said."""


class LiveSite:
    """A site over a data folder: `url` is its address, `pages` its live pages as [label, language, address]."""

    def __init__(self, folder: Path):
        self.folder = folder
        self.port = int(Path(folder, "port").read_text())
        self.url = f"http://127.0.0.1:{self.port}"

    @property
    def pages(self) -> list[list[str]]:
        return json.loads(Path(self.folder, "pages.json").read_text())

    def urls(self, label: str, language: str) -> list[str]:
        """Return the addresses of the live pages of a type and language."""
        return [
            url for page_label, page_language, url in self.pages if (page_label, page_language) == (label, language)
        ]

    def one_of_each_type(self) -> list[tuple[str, str, str]]:
        """Return (label, language, address) of the first page of each type in each language."""
        first = {}
        for label, language, url in self.pages:
            first.setdefault((label, language), url)
        return [(label, language, url) for (label, language), url in sorted(first.items())]

    @contextlib.contextmanager
    def serve(self, is_ready: Callable[[], bool]) -> Iterator[None]:
        """Run the site; its body starts when it answers and `is_ready`. Raises DoesNotStartError."""
        log = self.folder / "log"
        with log.open("w") as output:
            process = subprocess.Popen(
                [sys.executable, "manage.py", "serve"],
                cwd=settings.BASE_DIR,
                env=self._environment(),
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=output,
            )
        try:
            until = time.monotonic() + START_SECONDS
            while not (self._answers() and is_ready()):
                if time.monotonic() > until or process.poll() is not None:
                    raise DoesNotStartError(f"The site did not start:\n{log.read_text()[-4000:]}")
                time.sleep(0.5)
            yield
        finally:
            process.send_signal(signal.SIGTERM)
            process.wait(60)

    def has_no_task(self) -> bool:
        """Whether no task waits: the pictures of every size are there."""
        with closing(sqlite3.connect(self.folder / "database.sqlite3", timeout=20)) as database:
            waiting = f"SELECT count(*) FROM {DBTaskResult._meta.db_table} WHERE status IN ('READY', 'RUNNING')"
            return database.execute(waiting).fetchone()[0] == 0

    def list_pages(self) -> None:
        """Write down what pages there are."""
        command = [sys.executable, "manage.py", "shell", "--no-imports", "-c", LIST_PAGES]
        done = subprocess.run(
            command, cwd=settings.BASE_DIR, env=self._environment(), capture_output=True, text=True, check=True
        )
        Path(self.folder, "pages.json").write_text(done.stdout)

    def run(self, *command: str) -> subprocess.CompletedProcess:
        """Run a management command on the site's data, to its end."""
        return subprocess.run(
            [sys.executable, "manage.py", *command],
            cwd=settings.BASE_DIR,
            env=self._environment(),
            capture_output=True,
            text=True,
            check=False,
        )

    def _environment(self) -> dict[str, str]:
        ours = ("DATABASE_URL", "SECRET_KEY", "BASE_URL", "ALLOWED_HOSTS", "REDIS_URL")
        kept = {name: value for name, value in os.environ.items() if name not in ours}
        own = {"DATA_DIR": str(self.folder), "PORT": str(self.port), "DJANGO_SETTINGS_MODULE": "tests.live.settings"}
        return {**kept, **own, "ENV_FILE": "", "ADMIN_PASSWORD": "admin"}

    def _answers(self) -> bool:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=5)
        try:
            connection.request("GET", "/readyz")
            return connection.getresponse().status == http.client.OK
        except (OSError, http.client.HTTPException):
            return False
        finally:
            connection.close()


def free_port(wanted: int = 0) -> int:
    """Return a port nobody listens on: `wanted` if it is one."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", wanted))
        except OSError:
            probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@contextlib.contextmanager
def reserved_port(wanted: int) -> Iterator[int]:
    """Give `wanted`, or another port where another run of the tests has it or somebody listens there."""
    with Path(settings.DATA_DIR, "live", "port").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            wanted = 0
        yield free_port(wanted)


def load_demo(folder: Path) -> None:
    """Fill an empty data folder: the demo loaded, its pictures made, its pages listed."""
    shutil.copyfile(SQLiteCopy().template, folder / "database.sqlite3")
    Path(folder, "port").write_text(str(free_port()))
    site = LiveSite(folder)
    with site.serve(is_ready=site.has_no_task):
        site.list_pages()


@contextlib.contextmanager
def live_site() -> Iterator[LiveSite]:
    """Give a running site with the demo. Raises DoesNotStartError."""
    kept = kept_folder(load_demo)
    # The port it was made with, if that is free: at another address everything has to be written again.
    with reserved_port(int(Path(kept, "port").read_text())) as port, copy_of(kept) as folder:
        Path(folder, "port").write_text(str(port))
        site = LiveSite(folder)
        with site.serve(is_ready=site.has_no_task):
            yield site
