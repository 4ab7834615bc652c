"""Running a command of this project over another database, in a process of its own."""

import os
import subprocess
import sys
from pathlib import Path
from urllib.parse import quote

from django.conf import settings

from cms.operations.backup.errors import BackupError


def run_manage(command: list[str], *, database: Path | str | None = None) -> str:
    """Run `manage.py command` over an SQLite file, a DATABASE_URL or this process's own database.

    Returns what it printed. Raises BackupError with the last line of what it complained of. It speaks to no shared
    cache, edge or mail server: what it works on is nobody's site yet.
    """
    url = f"sqlite:///{quote(str(database))}" if isinstance(database, Path) else database
    environment = {**os.environ, "REDIS_URL": "", "EDGE_PURGE_URLS": "", "EMAIL_URL": "console:"}
    if database is not None:
        environment["DATABASE_URL"] = url
    # Settings of the running process, whichever file they came from.
    environment |= {"DATA_DIR": str(settings.DATA_DIR), "DJANGO_SETTINGS_MODULE": os.environ["DJANGO_SETTINGS_MODULE"]}
    done = subprocess.run(
        [sys.executable, str(settings.BASE_DIR / "manage.py"), *command],
        env=environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
    )
    if done.returncode != 0:
        lines = [line for line in (done.stderr or done.stdout).splitlines() if line.strip()] or ["?"]
        raise BackupError(f"{command[0]}: {lines[-1]}")
    return done.stdout
