"""A PostgreSQL server that can be killed like a process in a power cut, started again, and made to read only."""

import contextlib
import os
import pwd
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

from tests.postgresql import OWNER, _run, find_programs
from tests.trial.processes import children_of

# What it acknowledges it has handed to the system; only a power cut of the whole machine is not tried.
OPTIONS = "-c fsync=off -c max_connections=80 -c listen_addresses=''"


class KillablePostgreSQL:
    """`url` is its DATABASE_URL; a socket in `folder` is its only address."""

    def __init__(self, folder: Path):
        self.folder, self.data, self.programs = folder, folder / "data", find_programs()
        if os.geteuid() == 0:
            shutil.chown(folder, OWNER, pwd.getpwnam(OWNER).pw_gid)
        _run(self.programs / "initdb", "-D", self.data, "-U", OWNER, "-A", "trust", "-E", "UTF8", "--no-locale")
        self.url = f"postgres://{OWNER}@{quote(str(folder), safe='')}/postgres"
        self.start()

    def start(self) -> None:
        options = f"{OPTIONS} -k {self.folder}"
        _run(self.programs / "pg_ctl", "-D", self.data, "-w", "-l", self.folder / "log", "-o", options, "start")

    def kill(self) -> None:
        """Kill the server and every one of its processes at once."""
        main = int((self.data / "postmaster.pid").read_text().split()[0])
        pids = [main, *children_of(main)]
        for pid in pids:
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
        while any(Path(f"/proc/{pid}").exists() for pid in pids):
            time.sleep(0.05)

    def say(self, *statements: str) -> None:
        """Run each in a transaction of its own."""
        asked = [part for statement in statements for part in ("-c", statement)]
        command = [self.programs / "psql", "-h", self.folder, "-U", OWNER, "-q", *asked]
        subprocess.run(command, check=True, cwd="/", stdout=subprocess.DEVNULL)

    def stop(self) -> None:
        _run(self.programs / "pg_ctl", "-D", self.data, "-w", "-m", "immediate", "stop")


@contextlib.contextmanager
def killable_postgresql() -> Iterator[KillablePostgreSQL]:
    # Not below pytest's folders: the name of a socket may have 107 letters, and its owner must be able to enter.
    folder = Path(tempfile.mkdtemp(prefix="postgresql-"))
    try:
        server = KillablePostgreSQL(folder)
        try:
            yield server
        finally:
            server.stop()
    finally:
        shutil.rmtree(folder, ignore_errors=True)
