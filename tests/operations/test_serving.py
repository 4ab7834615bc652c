"""The real processes: the site starts, survives kills of its parts, and stops."""

import http.client
import json
import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest
from django.conf import settings

from tests.database import SQLiteCopy

# It starts and kills whole sites; the tests of the running site start one, too.
pytestmark = pytest.mark.trial

START_SECONDS = 90


class Site:
    """`manage.py serve` in a folder of its own, on the embedded database, without the demo."""

    def __init__(self, folder: Path):
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        ours = ("DATABASE_URL", "DJANGO_SETTINGS_MODULE", "SECRET_KEY", "BASE_URL", "ALLOWED_HOSTS", "REDIS_URL")
        kept = {name: value for name, value in os.environ.items() if name not in ours}
        self.environment = {**kept, "DATA_DIR": str(folder), "PORT": str(self.port), "ENV_FILE": ""}
        self.output = folder / "output"
        self.process = self.start(self.output)

    def start(self, output: Path) -> subprocess.Popen:
        with output.open("w") as file:
            return subprocess.Popen(
                [sys.executable, "manage.py", "serve", "--no-demo"],
                cwd=settings.BASE_DIR,
                env=self.environment,
                stdin=subprocess.DEVNULL,
                stdout=file,
                stderr=file,
            )

    def get(self, address: str) -> tuple[int, bytes]:
        """Return (status, body), (0, b"") if nobody answers."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        try:
            connection.request("GET", address)
            response = connection.getresponse()
            return response.status, response.read()
        except (OSError, http.client.HTTPException):
            return 0, b""
        finally:
            connection.close()

    def wait_until_ready(self, seconds: float) -> float:
        """Return after how many seconds /readyz answered 200; fail with the site's output if it does not."""
        began = time.monotonic()
        while time.monotonic() - began < seconds and self.process.poll() is None:
            if self.get("/readyz")[0] == 200:
                return time.monotonic() - began
            time.sleep(0.1)
        pytest.fail(f"not ready: {self.get('/readyz')}\n{self.output.read_text()}")

    def children(self) -> list[int]:
        return children_of(self.process.pid)

    def stop(self) -> int:
        self.process.send_signal(signal.SIGTERM)
        return self.process.wait(30)


def children_of(pid: int) -> list[int]:
    return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]


def is_running(pid: int) -> bool:
    """Whether the process lives: one that has ended and that nobody has asked after does not."""
    status = Path(f"/proc/{pid}/status")
    return status.exists() and "State:\tZ" not in status.read_text()


@pytest.fixture(scope="module")
def sites(tmp_path_factory, django_db_setup):
    """Start sites as they are asked for, and stop them in the end."""
    if settings.DATABASES["default"]["ENGINE"] != "cms.delivery.databases.sqlite3":
        pytest.skip("the embedded database runs in the SQLite half")
    started: list[Site] = []

    def running() -> Site:
        """Return the running site; a new one where a test has stopped the last."""
        if not started or started[-1].process.poll() is not None:
            folder = tmp_path_factory.mktemp("served")
            (folder / "database.sqlite3").write_bytes(SQLiteCopy().template.read_bytes())
            started.append(Site(folder))
            started[-1].wait_until_ready(START_SECONDS)
        return started[-1]

    yield running
    for site in started:
        if site.process.poll() is None:
            site.stop()


@pytest.fixture
def site(sites):
    return sites()


def test_it_answers_and_says_where(site):
    assert site.get("/healthz") == (200, b'{"status": "ok"}')
    assert set(json.loads(site.get("/readyz")[1])["parts"].values()) == {"ok"}
    assert site.get("/")[0] == 200
    until = time.monotonic() + 5
    while "The site is running" not in site.output.read_text() and time.monotonic() < until:
        time.sleep(0.1)
    output = site.output.read_text()
    assert f"http://127.0.0.1:{site.port}/admin/" in output
    assert "Log in as admin with the password" in output


def test_static_files_are_kept_for_ever_by_browsers(site):
    connection = http.client.HTTPConnection("127.0.0.1", site.port, timeout=10)
    manifest = json.loads((Path(site.environment["DATA_DIR"]) / "static" / "staticfiles.json").read_text())
    connection.request("GET", f"/static/{manifest['paths']['css/site.css']}", headers={"Accept-Encoding": "br"})
    response = connection.getresponse()
    assert response.status == 200
    assert response.getheader("Content-Encoding") == "br"
    assert "immutable" in response.getheader("Cache-Control")
    connection.close()


def test_idle_connections_do_not_shut_others_out(site):
    idle = []
    for _ in range(30):
        connection = http.client.HTTPConnection("127.0.0.1", site.port, timeout=10)
        connection.request("GET", "/healthz")
        connection.getresponse().read()
        idle.append(connection)
    began = time.monotonic()
    assert site.get("/healthz")[0] == 200
    assert time.monotonic() - began < 5
    for connection in idle:
        connection.close()


def test_a_second_start_on_the_same_port_says_so_in_one_line(site, tmp_path):
    second = site.start(tmp_path / "output")
    assert second.wait(60) == 1
    said = (tmp_path / "output").read_text().strip()
    assert said.endswith(
        f"Cannot listen on 127.0.0.1:{site.port}: it is in use; choose another with PORT, such as PORT={site.port + 1}"
    )
    assert "\n" not in said


def test_a_killed_part_is_back_within_ten_seconds(site):
    parts = site.children()
    workers = [worker for part in parts for worker in children_of(part)]
    assert workers
    for part in parts:
        os.kill(part, signal.SIGKILL)
    time.sleep(0.5)
    assert site.wait_until_ready(15) < 10
    assert len(site.children()) == 2
    until = time.monotonic() + 10
    while (left := [pid for pid in workers if is_running(pid)]) and time.monotonic() < until:
        time.sleep(0.1)
    assert left == [], "the killed server's worker process still answers on the port"


def test_it_stops_at_once_and_leaves_nothing(site):
    children = site.children()
    began = time.monotonic()
    assert site.stop() == 0
    assert time.monotonic() - began < 15
    assert site.output.read_text().rstrip().endswith("Stopped.")
    assert not [pid for pid in children if Path(f"/proc/{pid}").exists()]
    assert site.get("/healthz")[0] == 0
