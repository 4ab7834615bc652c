"""The nightly repair walks once a night, in stretches; a new release makes every row due."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone

from cms.delivery.models import DeliveredItem
from cms.operations.reconciling import Stretch
from cms.operations.worker import repair
from cms.operations.worker.repair import NightlyRepair, follow_release
from tests.factories import add_article, add_stream

VIETNAM = ZoneInfo("Asia/Ho_Chi_Minh")


@pytest.fixture
def at(monkeypatch):
    def set_clock(text):
        moment = datetime.fromisoformat(text).replace(tzinfo=VIETNAM)
        monkeypatch.setattr(timezone, "now", lambda: moment)

    return set_clock


def walk_of(*faults):
    walks = []

    def walk():
        walks.append(timezone.now())
        for number, fault in enumerate(faults):
            yield Stretch("items", number, len(faults), [fault] if fault else [])

    return walk, walks


def test_it_walks_once_a_night_from_three_o_clock_on(db, at, caplog):
    walk, walks = walk_of("", "a row was wrong")
    nightly = NightlyRepair(walk)
    at("2026-06-26 08:05")
    nightly.continue_()
    at("2026-06-27 02:59")
    nightly.continue_()
    assert walks == []
    at("2026-06-27 03:00")
    nightly.continue_()
    nightly.continue_()
    at("2026-06-28 02:00")
    nightly.continue_()
    assert len(walks) == 1
    assert "a row was wrong" in caplog.text
    at("2026-06-28 03:01")
    nightly.continue_()
    assert len(walks) == 2


def test_it_stops_between_stretches_and_goes_on_where_it_was(db, at):
    walk, walks = walk_of("", "", "")
    nightly = NightlyRepair(walk)
    at("2026-06-26 08:05")
    nightly.continue_()
    at("2026-06-27 03:00")
    assert nightly.continue_(is_stopping=lambda: True)
    assert nightly.continue_(is_stopping=lambda: True)
    assert nightly.continue_(is_stopping=lambda: True)
    assert not nightly.continue_(is_stopping=lambda: True)
    assert len(walks) == 1


def test_a_walk_that_breaks_off_begins_again(db, at):
    def broken():
        yield Stretch("items", 1, 2, [])
        raise OSError("the storage is away")

    nightly = NightlyRepair(broken)
    at("2026-06-26 08:05")
    nightly.continue_()
    at("2026-06-27 03:00")
    with pytest.raises(OSError, match="away"):
        nightly.continue_()
    walk, walks = walk_of("")
    nightly._begin = walk
    nightly.continue_()
    assert len(walks) == 1


def test_a_new_release_makes_every_row_due(site, monkeypatch):
    add_article(add_stream(site.home))
    monkeypatch.setattr(repair, "release_digest", lambda: "one")
    assert not follow_release()
    assert not follow_release()
    assert not DeliveredItem.objects.due(timezone.now()).exists()
    monkeypatch.setattr(repair, "release_digest", lambda: "two")
    assert follow_release()
    assert DeliveredItem.objects.due(timezone.now()).count() == DeliveredItem.objects.count()
    assert not follow_release()


def test_the_release_is_the_same_as_long_as_no_source_changes():
    assert repair.release_digest() == repair.release_digest()
    assert len(repair.release_digest()) == 64
