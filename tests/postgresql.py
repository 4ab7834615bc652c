"""A PostgreSQL server that exists only for one run of the tests."""

import contextlib
import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

# Debian keeps the programs of each version in a folder of its own, outside PATH.
FOLDERS = "/usr/lib/postgresql/*/bin"
OWNER = "postgres"
# It is thrown away: nothing needs to survive a crash.
OPTIONS = "-c fsync=off -c synchronous_commit=off -c full_page_writes=off -c max_connections=60 -c listen_addresses=''"


def find_programs() -> Path | None:
    """Return the folder of initdb and pg_ctl, of the newest version on the machine; None if there is none."""
    found = sorted(Path("/").glob(FOLDERS.lstrip("/")), key=lambda path: float(path.parent.name))
    for folder in reversed(found):
        if Path(folder, "initdb").exists():
            return folder
    on_path = shutil.which("initdb")
    return Path(on_path).resolve().parent if on_path else None


def missing() -> str:
    """Return why no server can be started here, in one line; "" if one can."""
    if find_programs() is None:
        return "PostgreSQL is not installed"
    if os.geteuid() == 0:
        try:
            pwd.getpwnam(OWNER)
        except KeyError:
            return f"PostgreSQL does not run as root, and there is no user {OWNER}"
    return ""


@contextlib.contextmanager
def throwaway_server() -> Iterator[str]:
    """Start a server in a temporary folder and give its DATABASE_URL; it is stopped and removed afterwards."""
    folder = Path(tempfile.mkdtemp(prefix="postgresql-"))
    data, programs = folder / "data", find_programs()
    try:
        if os.geteuid() == 0:
            shutil.chown(folder, OWNER, pwd.getpwnam(OWNER).pw_gid)
        _run(programs / "initdb", "-D", data, "-U", OWNER, "-A", "trust", "-E", "UTF8", "--no-locale", "--no-sync")
        _run(programs / "pg_ctl", "-D", data, "-w", "-l", folder / "log", "-o", f"{OPTIONS} -k {folder}", "start")
        try:
            yield f"postgres://{OWNER}@{quote(str(folder), safe='')}/postgres"
        finally:
            _run(programs / "pg_ctl", "-D", data, "-w", "-m", "immediate", "stop")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _run(*command) -> None:
    """Run a program of PostgreSQL as a user it accepts. Raises RuntimeError with its output."""
    if os.geteuid() == 0:
        command = ("runuser", "-u", OWNER, "--", *command)
    with tempfile.TemporaryFile("w+") as output:
        # The server inherits this: a pipe would never end.
        done = subprocess.run(command, stdout=output, stderr=output, stdin=subprocess.DEVNULL, cwd="/")
        if done.returncode != 0:
            output.seek(0)
            raise RuntimeError(f"{command[-1]}: {output.read()}")
