"""The tests' databases: migrated once into a template, then copied, so that a run does not wait for migrations.

The template is kept below DATA_DIR (SQLite) or in the server (PostgreSQL) under a name made of a digest of every
migration, so that a changed migration makes a new one. Each test process has a copy of its own, with what every test
starts from, and takes that again after a test that really commits.
"""

import contextlib
import fcntl
import hashlib
import json
import os
import shutil
import sqlite3
import subprocess
import sys
from importlib.metadata import distributions
from pathlib import Path

from django.apps import apps
from django.conf import settings
from django.core.management.sql import emit_post_migrate_signal
from django.db import connection, connections

ALIAS = "default"
TEMPLATES_KEPT = 3
# The name of what every test starts from.
START = "start"
# Looking for rubbish would be a quarter of its time: it ends soon, and what it has made with it.
MIGRATE = """
import gc
gc.disable()
from django.core.management import execute_from_command_line
execute_from_command_line(["django", "migrate", "--verbosity=0"])
"""


def migrations() -> dict[str, str]:
    """Return all that decides what a migrated database looks like: a digest by name of every migration and package."""
    found = {distribution.name: distribution.version for distribution in distributions()}
    for app in apps.get_app_configs():
        for path in Path(app.path, "migrations").glob("*.py"):
            found[f"{app.label}/{path.name}"] = hashlib.sha256(path.read_bytes()).hexdigest()
    return found


def migrations_digest() -> str:
    return hashlib.sha256(json.dumps(migrations(), sort_keys=True).encode()).hexdigest()[:12]


def migrate_elsewhere(database_url: str) -> None:
    """Migrate another database in a process of its own. Raises CalledProcessError with its output shown."""
    subprocess.run(
        [sys.executable, "-c", MIGRATE],
        env={
            **os.environ,
            "DATABASE_URL": database_url,
            "DJANGO_SETTINGS_MODULE": "tests.settings",
            "PYTHONPATH": str(settings.BASE_DIR),
        },
        cwd=settings.BASE_DIR,
        check=True,
    )


@contextlib.contextmanager
def one_at_a_time(kind: str):
    """Let one test process make the template of this kind of database while the others wait."""
    folder = Path(settings.DATA_DIR, "templates")
    folder.mkdir(parents=True, exist_ok=True)
    with Path(folder, f"{kind}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield folder


def use(name: str) -> None:
    """Point Django's default connection at another database."""
    connections[ALIAS].close()
    settings.DATABASES[ALIAS]["NAME"] = connections[ALIAS].settings_dict["NAME"] = name


class SQLiteCopy:
    """A file copied from the template's file."""

    def __init__(self):
        self.copy = Path(settings.DATA_DIR, f"test-{os.getpid()}.sqlite3")
        with one_at_a_time("sqlite") as folder:
            self.template = folder / f"{migrations_digest()}.sqlite3"
            if not self.template.exists():
                unfinished = self.template.with_suffix(".part")
                unfinished.unlink(missing_ok=True)
                earlier = self._earlier(folder)
                if earlier is not None:
                    shutil.copyfile(earlier, unfinished)
                migrate_elsewhere(f"sqlite:///{unfinished}")
                unfinished.rename(self.template)
                self.template.with_suffix(".json").write_text(json.dumps(migrations()))
            self.template.touch()
            for old in self._by_age(folder)[:-TEMPLATES_KEPT]:
                old.unlink(missing_ok=True)
                old.with_suffix(".json").unlink(missing_ok=True)

    @staticmethod
    def _by_age(folder: Path) -> list[Path]:
        return sorted(folder.glob("*.sqlite3"), key=lambda path: path.stat().st_mtime)

    def _earlier(self, folder: Path) -> Path | None:
        """Return the newest template to which nothing but migrations were added since; None if there is none."""
        now = migrations()
        for template in reversed(self._by_age(folder)):
            told = template.with_suffix(".json")
            if told.exists() and json.loads(told.read_text()).items() <= now.items():
                return template
        return None

    def make(self) -> None:
        shutil.copyfile(self.template, self.copy)
        use(str(self.copy))

    def keep(self, name: str = START) -> None:
        """Remember what is in the copy now, for `renew`."""
        with contextlib.closing(sqlite3.connect(self._kept(name))) as kept:
            connection.ensure_connection()
            connection.connection.backup(kept)

    def renew(self, name: str = START) -> None:
        """Put what was kept into the copy, through the connection that others may share."""
        connection.ensure_connection()
        with contextlib.closing(sqlite3.connect(self._kept(name))) as kept:
            kept.backup(connection.connection)

    def _kept(self, name: str) -> Path:
        return self.copy.with_name(f"{self.copy.name}-{name}")

    def remove(self) -> None:
        connections[ALIAS].close()
        for path in self.copy.parent.glob(f"{self.copy.name}*"):
            path.unlink(missing_ok=True)


class PostgreSQLCopy:
    """A database created from the template database of the same server."""

    def __init__(self):
        self.copy = f"test_{os.getpid()}"
        self.kept: set[str] = set()
        self.template = f"test_template_{migrations_digest()}"
        with one_at_a_time("postgresql"):
            if not self._run("SELECT 1 FROM pg_database WHERE datname = %s", [self.template]):
                unfinished = f"{self.template}_part"
                self._run(f"DROP DATABASE IF EXISTS {unfinished} WITH (FORCE)")
                self._run(f"CREATE DATABASE {unfinished}")
                migrate_elsewhere(self._url_of(unfinished))
                self._run(f"ALTER DATABASE {unfinished} RENAME TO {self.template}")

    def make(self) -> None:
        # Two processes cannot copy one template at the same moment.
        with one_at_a_time("postgresql"):
            self._copy(self.template, self.copy)
        use(self.copy)

    def keep(self, name: str = START) -> None:
        """Remember what is in the copy now, for `renew`."""
        self.kept.add(name)
        self._copy(self.copy, self._kept(name))

    def renew(self, name: str = START) -> None:
        self._copy(self._kept(name), self.copy)

    def remove(self) -> None:
        for name in (self.copy, *map(self._kept, self.kept)):
            self._run(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")

    def _kept(self, name: str) -> str:
        return f"{self.copy}_{name}"

    def _copy(self, source: str, target: str) -> None:
        self._run(f"DROP DATABASE IF EXISTS {target} WITH (FORCE)")
        self._run(f"CREATE DATABASE {target} TEMPLATE {source}")

    def _run(self, sql: str, parameters=None) -> list:
        """Run a statement on the server, outside any database of the tests."""
        connections[ALIAS].close()
        with connections[ALIAS]._nodb_cursor() as cursor:
            cursor.execute(sql, parameters)
            return cursor.fetchall() if cursor.description else []

    def _url_of(self, name: str) -> str:
        before, _slash, _name = os.environ["DATABASE_URL"].rpartition("/")
        return f"{before}/{name}"


def make_copy() -> SQLiteCopy | PostgreSQLCopy:
    """Give this process its database and return it; the caller calls `keep()`, `renew()` and `remove()`."""
    made = SQLiteCopy() if connection.vendor == "sqlite" else PostgreSQLCopy()
    made.make()
    # Handlers that change without a migration, such as those that make permissions.
    emit_post_migrate_signal(verbosity=0, interactive=False, db=ALIAS)
    return made
