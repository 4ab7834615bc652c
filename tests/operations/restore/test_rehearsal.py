"""The rehearsal with real processes: the running demo backed up, restored on an empty machine, moved to PostgreSQL."""

import os
import signal
import sqlite3
import subprocess
import sys
import tarfile
import time
from contextlib import closing
from pathlib import Path

import pytest
from django.conf import settings

from cms.operations.backup import archive_writer
from tests import postgresql
from tests.core.storages.bucket_server import BUCKETS, BucketServer
from tests.live.site import LiveSite
from tests.operations.backup.archives import rewrite
from tests.programs import needs

# In one process: of two backups of the running site at once the second is refused.
pytestmark = [pytest.mark.trial, pytest.mark.xdist_group("rehearsal")]

# What belongs to processes, not to content; and an index that a deploy makes anew.
OF_PROCESSES = ("operations_lease", "operations_workerpulse", "django_session", "django_tasks_database_dbtaskresult")
OF_PROCESSES += ("cms_statistics_", "operations_storedmark", "sqlite_", "_fts", "cms_search_words", "caching_")
OF_PROCESSES += ("wagtailsearch_", "django_migrations", "usersessions_")

ASK_SOMETHING = """
from datetime import date
from django.core.files.base import ContentFile
from django.utils import timezone
from cms.cases.models import Attachment, Case
now = timezone.now()
case = Case.objects.create(
    kind="question", language="vi", text="Riêng", email="ai@example.vn", received_at=now, due_on=date(2030, 1, 1)
)
Attachment.objects.create(
    case=case, file=ContentFile(b"rieng", "a.pdf"), name="a.pdf", content_type="application/pdf", size=5, added_at=now
)
print(case.pk, case.attachments.get().file.name)
"""
ERASE = """
from django.utils import timezone
from cms.cases.models import Case
from cms.cases.personal.erasure import erase
erase(Case.objects.get(pk={pk}), timezone.now())
"""
NUMBER_ON = """
from cms.search.models import SynonymGroup
last = SynonymGroup.objects.order_by("-pk").values_list("pk", flat=True).first() or 0
print(SynonymGroup.objects.create().pk > last)
"""
TELL = """
from cms.cases.models import Case
from cms.cases.storage import private_storage
case = Case.objects.filter(pk={pk}).first()
print(case and case.text, private_storage().exists("{name}"))
"""


class Machine(LiveSite):
    """An empty machine, at the address of the site that was backed up."""

    def __init__(self, folder: Path, port: int, **variables: str):
        folder.mkdir()
        Path(folder, "port").write_text(str(port))
        self.variables = variables
        super().__init__(folder)

    def _environment(self) -> dict[str, str]:
        return {**super()._environment(), **self.variables}

    def do(self, *command: str) -> str:
        done = self.run(*command)
        assert done.returncode == 0, done.stderr[-3000:] + done.stdout[-1000:]
        return done.stdout

    def refuses(self, *command: str) -> str:
        done = self.run(*command)
        assert done.returncode != 0
        assert "Traceback" not in done.stderr
        return done.stderr.splitlines()[-1]

    def python(self, code: str) -> str:
        return self.do("shell", "--no-imports", "-c", code).strip()

    def rows(self) -> dict[str, int]:
        """Return how many rows each table of content has."""
        with closing(sqlite3.connect(self.folder / "database.sqlite3")) as database:
            names = [name for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
            return {
                name: database.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0]
                for name in names
                if not any(part in name for part in OF_PROCESSES)
            }

    def sequence(self) -> tuple[str, int]:
        with closing(sqlite3.connect(self.folder / "database.sqlite3")) as database:
            return database.execute("SELECT epoch, value FROM delivery_deliverysequence").fetchone()


@pytest.fixture(scope="module")
def backup(live_site, tmp_path_factory):
    """Return a backup of the running site."""
    path = tmp_path_factory.mktemp("backup") / "site.tar"
    done = live_site.run("backup", str(path))
    assert done.returncode == 0, done.stderr
    return path


@pytest.fixture(scope="module")
def restored(live_site, backup, tmp_path_factory):
    """Return a machine with the site restored, and deployed."""
    machine = Machine(tmp_path_factory.mktemp("machines") / "restored", live_site.port)
    machine.do("restore", str(backup))
    machine.do("deploy")
    return machine


def test_on_an_empty_machine_everything_is_there_and_all_doors_agree(live_site, backup, restored):
    assert restored.rows() == Machine.rows(live_site)
    (epoch, value), (former, before) = restored.sequence(), Machine.sequence(live_site)
    assert epoch != former and value >= before
    assert restored.python("from django.conf import settings; print(settings.SECRET_KEY)") == (
        Path(live_site.folder, "secret_key").read_text()
    )
    assert not Path(restored.folder, "restore-unfinished").exists()
    assert "0 different" in restored.do("check_parity", "--fast", "--limit=3")
    # Deployed once more, nothing is left to be done.
    said = restored.do("deploy")
    assert said.count("up to date") >= 5, said
    assert "There is a site here already" in restored.refuses("restore", str(backup))


def test_what_was_erased_since_is_erased_again(live_site, restored, tmp_path):
    pk, name = restored.python(ASK_SOMETHING).split()
    path = tmp_path / "before.tar"
    restored.do("backup", str(path))
    restored.python(ERASE.format(pk=pk))
    # The database is lost, with the uploads; the journal was kept elsewhere.
    machine = Machine(tmp_path / "other", live_site.port)
    assert "1 erased again" in machine.do(
        "restore", str(path), f"--erasures={restored.folder / 'erasures.jsonl'}", "--no-reconcile"
    )
    assert machine.python(TELL.format(pk=pk, name=name)).split() == ["False"]
    assert f'"{pk}@' in Path(machine.folder, "erasures.jsonl").read_text()


def test_a_restore_that_is_killed_starts_as_nothing_and_is_done_again(live_site, backup, tmp_path):
    machine = Machine(tmp_path / "killed", live_site.port)
    mark = machine.folder / "restore-unfinished"
    for pause in (0, 1.5):
        process = subprocess.Popen(
            [sys.executable, "manage.py", "restore", str(backup), "--no-reconcile"],
            cwd=settings.BASE_DIR,
            env=machine._environment(),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        while not mark.exists():
            assert process.poll() is None
            time.sleep(0.02)
        time.sleep(pause)
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        done = machine.run("serve", "--prepare-only", "--no-demo")
        assert done.returncode != 0 and "A restore was broken off" in done.stderr
    machine.do("restore", str(backup), "--no-reconcile")
    assert machine.rows() == Machine.rows(live_site)
    assert not mark.exists() and not list(machine.folder.glob(".restoring-*"))


def test_what_is_no_whole_backup_touches_nothing(live_site, backup, tmp_path):
    machine = Machine(tmp_path / "empty", live_site.port)
    whole, path = backup.read_bytes(), tmp_path / "bad.tar"

    def is_refused(data: bytes) -> str:
        path.write_bytes(data)
        said = machine.refuses("restore", str(path))
        # Django's own key, and the file that asking for a database makes.
        left = {one.name for one in machine.folder.iterdir()} - {"port", "secret_key", "log"}
        assert {name for name in left if not name.startswith("database.sqlite3")} == set()
        return said

    assert "ends early" in is_refused(whole[: len(whole) // 2])
    with tarfile.open(backup) as archive:
        largest = max(archive, key=lambda member: member.size)
    # Within a file it is that file's; what says where files begin is the archive's.
    for place, said in ((largest.offset_data + largest.size // 2, "was changed"), (largest.offset + 1, "is damaged")):
        assert said in is_refused(whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :])
    assert "no backup" in is_refused(b"PK\x03\x04" + bytes(5000))
    path.write_bytes(whole)
    del whole
    rewrite(path, lambda name, data: None if name == archive_writer.DATABASE else _as_it_is(name, data))
    assert "is missing" in machine.refuses("restore", str(path))


def _as_it_is(name: str, data: bytes) -> tuple[tarfile.TarInfo, bytes]:
    return tarfile.TarInfo(name), data


@needs("postgresql")
def test_moved_to_postgresql_it_is_the_same_and_goes_on(live_site, backup, tmp_path):
    machine = Machine(tmp_path / "moved", live_site.port)
    machine.do("restore", str(backup), "--no-reconcile")
    before = machine.sequence()
    assert "must name a PostgreSQL database" in machine.refuses("move_database", "sqlite:////tmp/x")
    with postgresql.throwaway_server() as url:
        assert "compared" in machine.do("move_database", url)
        assert "holds a site already" in machine.refuses("move_database", url)
        assert machine.sequence() == before
        machine.variables["DATABASE_URL"] = url
        machine.do("deploy")
        assert "0 different" in machine.do("check_parity", "--fast", "--limit=3")
        assert machine.python(NUMBER_ON) == "True"


@needs("postgresql")
def test_through_postgresql_and_a_bucket_and_back_it_is_the_same(live_site, backup, tmp_path):
    bucket = BucketServer(tmp_path)
    try:
        with postgresql.throwaway_server() as url:
            large = Machine(tmp_path / "large", live_site.port, DATABASE_URL=url, **bucket.environment)
            large.do("restore", str(backup))
            large.do("deploy")
            assert "0 different" in large.do("check_parity", "--fast", "--limit=3")
            # All files are there, and none on the machine's own disk.
            assert {Path(name).parts[0] for name in bucket.names(BUCKETS[0])} >= {"images", "documents"}
            assert not Path(large.folder, "uploads").exists()
            assert "There is a site here already" in large.refuses("restore", str(backup))
            path = tmp_path / "of-a-bucket.tar"
            large.do("backup", str(path))
    finally:
        bucket.stop()
    small = Machine(tmp_path / "small", live_site.port)
    small.do("restore", str(path))
    small.do("deploy")
    assert "0 different" in small.do("check_parity", "--fast", "--limit=3")
    assert small.rows() == Machine.rows(live_site)
