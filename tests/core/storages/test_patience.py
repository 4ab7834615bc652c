"""A server of files that hangs takes a few threads with it, never all; when it may be back, one alone finds out."""

import contextlib

import pytest

from cms.core.storages import patience
from cms.core.storages.away import StorageAwayError
from cms.core.storages.patience import READERS, Patience


@pytest.fixture
def storage(monkeypatch):
    monkeypatch.setattr(patience, "PLACE_SECONDS", 0)
    return Patience("default")


def test_only_so_many_read_at_once_and_the_next_is_told(storage):
    with contextlib.ExitStack() as hanging:
        for _ in range(READERS):
            hanging.enter_context(storage.reading())
        with pytest.raises(StorageAwayError), storage.reading():
            pass
        # Whoever uploads waits for himself alone.
        with storage.asking():
            pass
    with storage.reading():
        pass


def test_after_a_failure_nobody_asks_for_a_while_and_then_one(storage):
    storage.note_failure()
    with pytest.raises(StorageAwayError, match="left alone"), storage.asking():
        pass
    storage.away_until = 0
    with storage.reading(), pytest.raises(StorageAwayError, match="another tries"), storage.asking():
        pass
    storage.note_answer()
    with storage.asking(), storage.reading():
        pass
