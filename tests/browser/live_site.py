"""A whole running site with the demo content, as `make run` starts it, in a folder of its own."""

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
from contextlib import closing
from pathlib import Path

from django.conf import settings
from django_tasks_db.models import DBTaskResult

START_SECONDS = 600
# What the pages of a language are, read by a process that has no other database in mind.
LIST_PAGES = """
import json, sys
from wagtail.models import Page
pages = Page.objects.live().public().filter(depth__gte=2).select_related("locale").specific().order_by("path")
json.dump([[p._meta.label, p.locale.language_code, p.get_url()] for p in pages if p.get_url()], sys.stdout)
"""


class LiveSite:
    """`start()` returns when the site answers and its pictures are made; `pages` says what it holds."""

    def __init__(self, folder: Path, template: Path):
        self.folder = folder
        self.template = template
        self.process: subprocess.Popen | None = None
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.url = f"http://127.0.0.1:{self.port}"

    def start(self) -> None:
        """Raises RuntimeError with what the site said if it does not start."""
        self.folder.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(self.template, self.folder / "database.sqlite3")
        log = self.folder / "log"
        with log.open("w") as output:
            self.process = subprocess.Popen(
                [sys.executable, "manage.py", "serve"],
                cwd=settings.BASE_DIR,
                env=self._environment(),
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=output,
            )
        until = time.monotonic() + START_SECONDS
        while time.monotonic() < until and self.process.poll() is None:
            if self._is_ready() and self._is_idle():
                self.pages = self._list_pages()
                return
            time.sleep(0.5)
        self.stop()
        raise RuntimeError(f"The site did not start:\n{log.read_text()[-4000:]}")

    def stop(self) -> None:
        if self.process is not None:
            self.process.send_signal(signal.SIGTERM)
            self.process.wait(30)

    def urls(self, label: str, language: str) -> list[str]:
        """Return the addresses of the live pages of a type and language."""
        return [
            url for page_label, page_language, url in self.pages if (page_label, page_language) == (label, language)
        ]

    def _environment(self) -> dict[str, str]:
        ours = ("DATABASE_URL", "DJANGO_SETTINGS_MODULE", "SECRET_KEY", "BASE_URL", "ALLOWED_HOSTS", "REDIS_URL")
        kept = {name: value for name, value in os.environ.items() if name not in ours}
        return {**kept, "DATA_DIR": str(self.folder), "PORT": str(self.port), "ENV_FILE": "", "ADMIN_PASSWORD": "admin"}

    def _is_ready(self) -> bool:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=5)
        try:
            connection.request("GET", "/readyz")
            return connection.getresponse().status == http.client.OK
        except (OSError, http.client.HTTPException):
            return False
        finally:
            connection.close()

    def _is_idle(self) -> bool:
        """Whether no task waits: the pictures of every size are there."""
        with closing(sqlite3.connect(self.folder / "database.sqlite3", timeout=20)) as database:
            waiting = f"SELECT count(*) FROM {DBTaskResult._meta.db_table} WHERE status IN ('READY', 'RUNNING')"
            return database.execute(waiting).fetchone()[0] == 0

    def _list_pages(self) -> list[list[str]]:
        done = subprocess.run(
            [sys.executable, "manage.py", "shell", "--no-imports", "-c", LIST_PAGES],
            cwd=settings.BASE_DIR,
            env=self._environment(),
            capture_output=True,
            text=True,
            check=True,
        )
        return json.loads(done.stdout)
