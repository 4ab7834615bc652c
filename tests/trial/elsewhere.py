"""Servers of others that a site under trial depends on: each a process that can be killed, and started again."""

import contextlib
import email
import email.policy
import pickle
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

from django.conf import settings

from tests.caching.served import free_port
from tests.core.storages.bucket_server import BUCKETS, BucketServer
from tests.trial.filled_bucket_server import KEPT

START_SECONDS = 30


class ServerElsewhere:
    """Runs `module` on a port that stays the same; what it keeps is in `folder`."""

    module = ""

    def __init__(self, folder: Path):
        folder.mkdir()
        self.folder, self.port = folder, free_port()
        self.start()

    def start(self) -> None:
        command = [sys.executable, "-m", self.module, str(self.port), str(self.folder)]
        with (self.folder / "log").open("a") as log:
            self.process = subprocess.Popen(command, cwd=settings.BASE_DIR, stdout=log, stderr=log)
        until = time.monotonic() + START_SECONDS
        while not _listens(self.port):
            assert self.process.poll() is None and time.monotonic() < until, (self.folder / "log").read_text()
            time.sleep(0.05)

    def hang(self) -> None:
        """Let it take connections, and say nothing."""
        self.process.send_signal(signal.SIGSTOP)

    def kill(self) -> None:
        self.process.kill()
        self.process.wait(10)


class MailServer(ServerElsewhere):
    """`url` is its EMAIL_URL."""

    module = "tests.trial.mail_server"

    @property
    def url(self) -> str:
        return f"smtp://127.0.0.1:{self.port}?_default_from_email=trang@example.vn"

    def die_by_the_next_letter(self) -> None:
        (self.folder / "die").touch()

    def letters(self) -> list[email.message.EmailMessage]:
        """Return what was kept, the first one first."""
        return [
            email.message_from_bytes(path.read_bytes(), policy=email.policy.default)
            for path in sorted(self.folder.glob("*.eml"), key=lambda path: int(path.stem))
        ]


class PartnerServer(ServerElsewhere):
    """`url` is its webhook's."""

    module = "tests.trial.partner_server"

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}/hook"

    def told(self) -> list[str]:
        with contextlib.suppress(FileNotFoundError):
            return (self.folder / "told").read_text().split()
        return []


class FileServer(BucketServer):
    """What it keeps is in its memory: this remembers it over a death."""

    _kept: dict[tuple[str, str], bytes] | None = None

    def hang(self) -> None:
        """Let it take connections, and say nothing."""
        self._remember()
        self.process.send_signal(signal.SIGSTOP)

    def kill(self) -> None:
        if self._kept is None:
            self._remember()
        self.stop()

    def _remember(self) -> None:
        self._kept = {
            (bucket, name): self.client.get_object(Bucket=bucket, Key=name)["Body"].read()
            for bucket in BUCKETS
            for name in self.names(bucket)
        }

    def start_again(self) -> None:
        # Filled before it answers: the site deletes what it could not delete before as soon as it does.
        (self.folder / KEPT).write_bytes(pickle.dumps((BUCKETS, self._kept)))
        self.launch("tests.trial.filled_bucket_server")
        self._kept = None


def _listens(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0
