"""The journal of erasures outlives the database, and a kill."""

import os
import stat
from datetime import UTC, datetime

import pytest
from django.db import transaction

from cms.core import erasures
from cms.core.erasures import BrokenJournalError, Erasure

ONE, TWO = Erasure("case", "1@2026", "2026-01-01"), Erasure("case", "2@2026", "2026-01-02")


@pytest.fixture
def journal(tmp_path, settings):
    settings.ERASURE_JOURNAL = tmp_path / "sub" / "erasures.jsonl"
    return settings.ERASURE_JOURNAL


def test_what_is_added_is_read_and_is_the_sites_alone(journal):
    assert erasures.read(journal) == []
    erasures.append([ONE])
    erasures.append([TWO])
    assert erasures.read(journal) == [ONE, TWO]
    assert stat.S_IMODE(journal.stat().st_mode) == 0o600


def test_a_line_that_a_kill_has_cut_spoils_no_other(journal):
    erasures.append([ONE])
    with journal.open("ab") as file:
        file.write(b'{"kind": "ca')
    assert erasures.read(journal) == [ONE]
    erasures.append([TWO])
    assert erasures.read(journal) == [ONE, TWO]


def test_what_is_no_journal_is_a_fault_that_says_where(journal):
    journal.parent.mkdir()
    for content in (b"text\n", b'{"kind": 1}\n', b"[]\n", b"\xff\n"):
        journal.write_bytes(content)
        with pytest.raises(BrokenJournalError, match=r"erasures\.jsonl"):
            erasures.read(journal)
    with pytest.raises(BrokenJournalError, match="nothing"):
        erasures.refuse_unknown([Erasure("nothing", "1", "2026")])


def test_a_full_disk_leaves_no_half_line(journal, monkeypatch):
    erasures.append([ONE])
    write = os.write
    monkeypatch.setattr(os, "write", lambda file, data: write(file, data[:5]))
    with pytest.raises(OSError, match="full"):
        erasures.append([TWO])
    assert erasures.read(journal) == [ONE]


def test_a_key_means_one_moment_wherever_it_is_read():
    assert erasures.key_of(7, datetime(2026, 1, 1, tzinfo=UTC)) == "7@2026-01-01T00:00:00+00:00"


@pytest.mark.django_db(transaction=True)
def test_only_what_was_committed_is_written(journal):
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        erasures.note("case", "1@2026")
        raise ZeroDivisionError
    assert erasures.read(journal) == []
    with transaction.atomic():
        erasures.note("case", "1@2026")
        assert erasures.read(journal) == []
    assert [erasure.key for erasure in erasures.read(journal)] == ["1@2026"]
