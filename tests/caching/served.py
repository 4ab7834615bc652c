"""The real site in processes of its own, with an article in it and an editor who changes it through the admin."""

import gzip
import http.client
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlencode

import pytest
from django.conf import settings

from tests.database import SQLiteCopy

START_SECONDS = 90
PASSWORD = "only-for-these-tests"
CONTENT = """
from tests.factories import add_article, add_stream, build_site
site = build_site()
stream = add_stream(site.home, title="Tin tức", slug="tin-tuc")
add_article(stream, title="Bài thử", slug="bai-thu")
add_article(stream, title="Bài khác", slug="bai-khac")
"""
OURS = ("DATABASE_URL", "DJANGO_SETTINGS_MODULE", "SECRET_KEY", "BASE_URL", "ALLOWED_HOSTS", "REDIS_URL")


@dataclass
class Got:
    status: int
    headers: http.client.HTTPMessage
    body: bytes

    @property
    def text(self) -> str:
        return (gzip.decompress(self.body) if self.headers["Content-Encoding"] == "gzip" else self.body).decode()


def free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return free.getsockname()[1]


def ask(port: int, address: str, method: str = "GET", body: str | None = None, **headers) -> Got:
    """Ask over a connection of its own: any worker process may answer."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
    try:
        connection.request(method, address, body, {name.replace("_", "-"): value for name, value in headers.items()})
        response = connection.getresponse()
        return Got(response.status, response.headers, response.read())
    finally:
        connection.close()


class ServedSite:
    """`manage.py serve` with two worker processes, on the embedded database."""

    def __init__(self, folder: Path, **environment: str):
        shutil.copy(SQLiteCopy().template, folder / "database.sqlite3")
        self.port = free_port()
        kept = {name: value for name, value in os.environ.items() if name not in OURS}
        self.environment = {
            **kept,
            "DATA_DIR": str(folder),
            "PORT": str(self.port),
            "ENV_FILE": "",
            "WEB_WORKERS": "2",
            "ADMIN_PASSWORD": PASSWORD,
            **environment,
        }
        self.output = folder / "output"
        self._run("migrate", "--verbosity=0")
        self._run("shell", "--command", CONTENT)
        with self.output.open("w") as file:
            self.process = subprocess.Popen(
                [sys.executable, "manage.py", "serve", "--no-demo"],
                cwd=settings.BASE_DIR,
                env=self.environment,
                stdin=subprocess.DEVNULL,
                stdout=file,
                stderr=file,
            )
        self._wait()

    def _run(self, *command: str) -> None:
        subprocess.run(
            [sys.executable, "manage.py", *command], cwd=settings.BASE_DIR, env=self.environment, check=True, timeout=90
        )

    def _wait(self) -> None:
        until = time.monotonic() + START_SECONDS
        while time.monotonic() < until and self.process.poll() is None:
            try:
                if self.get("/readyz").status == 200:
                    return
            except OSError:
                pass
            time.sleep(0.2)
        pytest.fail(f"not ready\n{self.output.read_text()}")

    def get(self, address: str, **headers) -> Got:
        return ask(self.port, address, **headers)

    def stop(self) -> None:
        self.process.send_signal(signal.SIGTERM)
        self.process.wait(30)


class Editor:
    """Logged in, with the session's cookies."""

    def __init__(self, site: ServedSite):
        self.site = site
        self.cookies: dict[str, str] = {}
        self.post("/admin/login/", username="admin", password=PASSWORD)
        assert "sessionid" in self.cookies

    @property
    def cookie(self) -> str:
        return "; ".join(f"{name}={value}" for name, value in self.cookies.items())

    def get(self, address: str) -> Got:
        return self._keep(self.site.get(address, Cookie=self.cookie))

    def post(self, address: str, **values: str) -> Got:
        """Fetch a form, and send it with these values."""
        # A form for a dialog comes within JSON.
        page = self.get(address).text.replace('\\"', '"')
        token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', page)
        body = urlencode({"csrfmiddlewaretoken": token[1], **values})
        got = ask(
            self.site.port,
            address,
            "POST",
            body,
            Cookie=self.cookie,
            Content_Type="application/x-www-form-urlencoded",
            Referer=f"http://127.0.0.1:{self.site.port}{address}",
        )
        assert got.status in (200, 302), got.body[:500]
        return self._keep(got)

    def unpublish(self, pk: int) -> None:
        assert self.post(f"/admin/pages/{pk}/unpublish/").status == 302

    def publish(self, pk: int) -> None:
        assert self.post(f"/admin/bulk/wagtailcore/page/publish/?id={pk}").status == 302

    def _keep(self, got: Got) -> Got:
        for header in got.headers.get_all("Set-Cookie") or ():
            name, _equals, value = header.split(";")[0].partition("=")
            self.cookies[name.strip()] = value
        return got


def seconds_until(condition, limit: float = 10) -> float:
    """Return after how many seconds the condition held, asked twenty times a second."""
    began = time.monotonic()
    while not condition():
        assert time.monotonic() - began < limit, "it did not happen"
        time.sleep(0.05)
    return time.monotonic() - began
