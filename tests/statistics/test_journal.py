"""What was acknowledged reaches the database exactly once, whoever is killed."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from django.db import OperationalError

from cms.statistics import collecting
from cms.statistics.counter import read
from cms.statistics.journal import Journal, claimed, journals
from cms.statistics.models import CountedJournal
from tests.statistics.counted import Counted

WRITER = """
import importlib.util, pathlib, sys, os, time
spec = importlib.util.spec_from_file_location("journal", sys.argv[2]); module = importlib.util.module_from_spec(spec)
spec.loader.exec_module(module)
journal = module.Journal(pathlib.Path(sys.argv[1]))
journal.append(b"kept")
print("acknowledged", flush=True)
time.sleep(60)
"""


def test_a_killed_process_leaves_its_journal_to_others_and_a_living_one_does_not(tmp_path):
    source = Path(collecting.__file__).with_name("journal.py")
    writer = subprocess.Popen([sys.executable, "-c", WRITER, str(tmp_path), str(source)], stdout=subprocess.PIPE)
    assert writer.stdout.readline() == b"acknowledged\n"
    (path,) = journals(tmp_path)
    with claimed(path) as file:
        assert file is None
    os.kill(writer.pid, signal.SIGKILL)
    writer.communicate()
    with claimed(path) as file:
        assert file.read() == b"kept\n"
        with claimed(path) as second:
            assert second is None


def test_a_journal_is_counted_once_though_its_file_could_not_be_deleted(counted, site, tmp_path, monkeypatch):
    counted.see_picture("/")
    with monkeypatch.context() as patch:
        patch.setattr(Path, "unlink", lambda _path: (_ for _ in ()).throw(KeyboardInterrupt))
        with pytest.raises(KeyboardInterrupt):
            counted.flush()
    assert read().total == 1
    assert len(journals(tmp_path)) == 1
    collecting.collect(tmp_path)
    assert read().total == 1
    assert journals(tmp_path) == []
    assert CountedJournal.objects.count() == 1


def test_while_the_database_is_away_counts_wait(counted, site, tmp_path, monkeypatch):
    with monkeypatch.context() as patch:
        patch.setattr(collecting.tables, "add_minutes", lambda _counts: (_ for _ in ()).throw(OperationalError))
        for _time in range(2):
            counted.view("/")
            with pytest.raises(OperationalError):
                counted.flush()
    assert read().total == 0
    Counted.around(tmp_path).flush()
    assert read().total == 2
    assert journals(tmp_path) == []


def test_what_cannot_be_kept_is_not_acknowledged(counted, tmp_path, monkeypatch):
    counted.layer.recorder.journal = Journal(tmp_path, max_bytes=150)
    assert counted.view("/").status == 204
    got = counted.view("/" + "x" * 200)
    assert (got.status, got.headers["Retry-After"]) == (503, "60")
    assert counted.view("/").status == 204


def test_half_a_line_is_taken_back_when_the_disk_is_full(tmp_path, monkeypatch):
    journal = Journal(tmp_path)
    journal.append(b"first")
    write = os.write
    with monkeypatch.context() as patch:
        patch.setattr(os, "write", lambda file, data: write(file, data[:3]))
        with pytest.raises(OSError, match="disk is full"):
            journal.append(b"second")
    journal.append(b"third")
    assert journal.seal()
    assert not journal.seal()
    assert journals(tmp_path)[0].read_bytes() == b"first\nthird\n"
