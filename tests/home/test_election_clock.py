"""An election changes at its minute, in Vietnamese time, whatever zone the server is in."""

from datetime import UTC, datetime, timedelta

import pytest
from django.core.exceptions import ValidationError

from home.elections.levels import Level, level_labels
from tests.home.content import build_election, build_phase, make_election, vietnam

SECOND = timedelta(seconds=1)


@pytest.fixture
def election(site):
    return make_election()


@pytest.mark.parametrize(
    ("boundary", "before", "after"),
    [
        ("2026-01-01 00:00", None, "Trước ngày bầu cử"),
        ("2026-03-15 00:00", "Trước ngày bầu cử", "Ngày bầu cử"),
        ("2026-03-15 19:00", "Ngày bầu cử", "Kiểm phiếu"),
    ],
)
def test_a_phase_begins_with_its_minute(election, boundary, before, after):
    moment = vietnam(boundary)
    shown = election.at_this_moment(moment - SECOND)
    assert (shown.phase.label if shown else None) == before
    assert election.at_this_moment(moment).phase.label == after
    assert election.at_this_moment(moment + SECOND).phase.label == after


def test_a_moment_in_utc_is_read_in_vietnamese_time(election):
    assert election.at_this_moment(datetime(2026, 3, 14, 16, 59, 59, tzinfo=UTC)).phase.code == "before"
    assert election.at_this_moment(datetime(2026, 3, 14, 17, 0, tzinfo=UTC)).phase.code == "day"


def test_it_vanishes_at_its_minute(election):
    until = vietnam("2027-03-15 00:00")
    assert election.at_this_moment(until - SECOND) is not None
    assert election.at_this_moment(until) is None
    assert election.api_value(until - SECOND) is not None
    assert election.api_value(until) is None


def test_words_for_afterwards_wait_until_no_phase_has_any(election):
    counting = election.at_this_moment(vietnam("2026-04-14 23:59"))
    assert (counting.is_over, counting.phase.label, counting.text_after) == (True, "Kiểm phiếu", "")
    archive = election.at_this_moment(vietnam("2026-04-15 00:00"))
    assert (archive.is_over, archive.phase.code) == (True, "after")
    assert "Cảm ơn cử tri" in str(archive.text_after)


def test_polling_is_open_in_its_hours_only(election):
    assert not election.is_polling_open(vietnam("2026-03-15 07:00") - SECOND)
    assert election.is_polling_open(vietnam("2026-03-15 07:00"))
    assert not election.is_polling_open(vietnam("2026-03-15 19:00"))


def test_without_hours_voting_ends_with_the_day(site):
    election = make_election(polling_opens=None, polling_closes=None)
    assert election.stage(vietnam("2026-03-15 23:59")) == "day"
    assert election.stage(vietnam("2026-03-16 00:00")) == "after"


def test_every_moment_at_which_it_reads_differently_is_named_in_order(election):
    moments, now = [], vietnam("2025-12-31 00:00")
    while (now := election.next_change(now)) is not None:
        moments.append(now)
    assert moments == [
        vietnam(text)
        for text in (
            "2026-01-01 00:00",
            "2026-03-15 00:00",
            "2026-03-15 07:00",
            "2026-03-15 19:00",
            "2026-04-15 00:00",
            "2027-03-15 00:00",
        )
    ]


def test_levels_and_links_are_shown_in_their_own_order(election):
    shown = election.at_this_moment(vietnam("2026-02-01 00:00"))
    assert shown.levels == level_labels(["quoc_hoi", "hdnd_tinh"])
    assert shown.levels[0] == str(Level.NATIONAL_ASSEMBLY.label)
    assert [link.title for group in shown.groups for link in group["links"]] == ["Văn bản", "Kết quả"]


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"shown_until": vietnam("2025-12-31 00:00")}, "shown_until"),
        ({"polling_closes": None}, "polling_closes"),
        ({"polling_opens": None}, "polling_opens"),
        ({"levels": ["huyen"]}, "levels"),
    ],
)
def test_a_schedule_that_cannot_be_is_refused_at_its_field(site, values, field):
    with pytest.raises(ValidationError) as error:
        build_election(**values).full_clean()
    assert field in error.value.message_dict


def test_polling_that_closes_before_it_opens_is_refused(site):
    election = build_election()
    election.polling_opens, election.polling_closes = election.polling_closes, election.polling_opens
    with pytest.raises(ValidationError) as error:
        election.full_clean()
    assert "polling_closes" in error.value.message_dict


def test_overlapping_and_reversed_phases_are_refused(site):
    election = build_election()
    election.phases = [
        build_phase("Một", "2026-01-01 00:00", "2026-02-01 00:00"),
        build_phase("Hai", "2026-01-31 23:59", "2026-03-01 00:00"),
        build_phase("Ba", "2026-04-01 00:00", "2026-03-31 00:00"),
    ]
    with pytest.raises(ValidationError) as error:
        election.full_clean()
    assert len(error.value.message_dict["__all__"]) == 2
    assert "Một" in " ".join(error.value.message_dict["__all__"])


def test_phases_may_touch(site):
    build_election().full_clean()
