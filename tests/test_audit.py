"""A known hole in a locked package fails the build; advisories that cannot be had do not, and that is said."""

import json
import subprocess
from types import SimpleNamespace

import pytest

from tests import audit

HOLE = {"id": "PYSEC-2026-1", "fix_versions": ["2.0"], "aliases": ["CVE-2026-1"]}
FINE, SKIPPED = {"name": "a", "version": "1", "vulns": []}, {"name": "b", "skip_reason": "not found"}
HOLED = {"name": "c", "version": "1", "vulns": [HOLE]}


@pytest.mark.parametrize(
    ("packages", "code", "words"),
    [
        ([FINE], 0, "1 packages, 0 known holes"),
        ([FINE, SKIPPED], 0, "1 of them could not be asked about"),
        ([SKIPPED], 0, "NOT AUDITED"),
        ([FINE, HOLED, SKIPPED], 1, "c 1 has PYSEC-2026-1; fixed in: 2.0"),
    ],
)
def test_what_was_found_decides(packages, code, words, monkeypatch, capsys):
    answer = SimpleNamespace(stdout=json.dumps({"dependencies": packages}), stderr="")
    monkeypatch.setattr(subprocess, "run", lambda *arguments, **options: answer)
    assert audit.audit("requirements.txt") == code
    assert words in capsys.readouterr().out


def test_without_a_network_nothing_fails_and_that_is_said(monkeypatch, capsys):
    answer = SimpleNamespace(stdout="", stderr="Traceback\nConnectionError: no route to host")
    monkeypatch.setattr(subprocess, "run", lambda *arguments, **options: answer)
    assert audit.audit("requirements.txt") == 0
    assert "NOT AUDITED" in (said := capsys.readouterr().out) and "no route to host" in said


def test_what_is_accepted_is_no_hole(monkeypatch):
    monkeypatch.setattr(audit, "ACCEPTED", {"CVE-2026-1": "never called here"})
    assert audit.judge("requirements.txt", [HOLED]) == 0
