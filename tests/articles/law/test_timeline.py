"""The periods of a status follow from dated events, in whatever order these are entered, and cover every day."""

import itertools
import random
from datetime import date, timedelta

import pytest

from articles.law.timeline import BEGINNING, EventKind, Override, all_events, period_on, periods_of

DAY = timedelta(days=1)
CHAIN = [
    (date(2012, 6, 20), "issued"),
    (date(2013, 1, 1), "in_force"),
    (date(2016, 7, 1), "amended"),
    (date(2018, 5, 2), "partly_expired"),
    (date(2020, 4, 1), "suspended"),
    (date(2020, 5, 1), "resumed"),
    (date(2025, 7, 1), "replaced"),
]


def status(events, day, override=None):
    return period_on(periods_of(events, override), day).status


@pytest.mark.parametrize(
    ("day", "before", "on"),
    [
        (date(2012, 6, 20), "not_yet", "not_yet"),
        (date(2013, 1, 1), "not_yet", "in_force"),
        (date(2016, 7, 1), "in_force", "in_force"),
        (date(2018, 5, 2), "in_force", "partly_expired"),
        (date(2020, 4, 1), "partly_expired", "suspended"),
        (date(2020, 5, 1), "suspended", "partly_expired"),
        (date(2025, 7, 1), "partly_expired", "expired"),
    ],
)
def test_a_chain_is_right_the_day_before_the_day_of_and_the_day_after_each_event(day, before, on):
    assert [status(CHAIN, day + offset) for offset in (-DAY, 0 * DAY, DAY)] == [before, on, on]


@pytest.mark.parametrize(
    ("events", "day", "expected"),
    [
        ([], date(2020, 1, 1), "unknown"),
        ([(date(2020, 1, 1), "issued")], date(2019, 12, 31), "not_yet"),
        ([(date(2020, 1, 1), "issued")], date(2020, 1, 1), "unknown"),
        ([(date(2020, 1, 1), "expired")], date(2019, 12, 31), "unknown"),
        ([(date(2020, 1, 1), "in_force"), (date(2020, 6, 1), "issued")], date(2020, 6, 1), "in_force"),
        ([(date(2020, 1, 1), "in_force"), (date(2020, 1, 1), "repealed")], date(2020, 1, 1), "expired"),
        ([(date(2020, 1, 1), "replaced"), (date(2021, 1, 1), "in_force")], date(2022, 1, 1), "expired"),
        ([(date(2020, 1, 1), "in_force"), (date(2021, 1, 1), "suspended")], date(2030, 1, 1), "suspended"),
    ],
)
def test_what_little_is_known_is_not_guessed_beyond(events, day, expected):
    assert status(events, day) == expected


def test_any_events_in_any_order_give_periods_without_gap_or_overlap():
    chance = random.Random(5)
    for _round in range(400):
        days = [date(2020, 1, 1) + chance.randrange(40) * DAY for _event in range(chance.randrange(9))]
        events = [(day, chance.choice(EventKind.values)) for day in days]
        set_by_hand = chance.choice(["", "in_force", "suspended", "expired", "not_yet", "unknown", "partly_expired"])
        since = chance.choice([None, date(2020, 1, 20)])
        override = Override(set_by_hand, since) if set_by_hand else None
        periods = periods_of(events, override)
        assert periods[0].start == BEGINNING
        assert periods[-1].until is None
        for earlier, later in itertools.pairwise(periods):
            assert earlier.until == later.start
            assert earlier.start < earlier.until
            assert earlier.status != later.status
        shuffled = events[:]
        chance.shuffle(shuffled)
        assert periods_of(shuffled, override) == periods
        for offset in range(-2, 45):
            day = date(2020, 1, 1) + offset * DAY
            assert sum(period.holds_on(day) for period in periods) == 1


def test_printed_dates_stand_for_the_events_that_are_not_given():
    printed = (date(2019, 11, 20), date(2021, 1, 1), date(2030, 1, 1))
    assert all_events([], *printed) == [
        (date(2019, 11, 20), "issued"),
        (date(2021, 1, 1), "in_force"),
        (date(2030, 1, 1), "expired"),
    ]
    given = [(date(2025, 7, 1), "replaced"), (date(2021, 2, 1), "in_force")]
    assert all_events(given, *printed) == [
        (date(2019, 11, 20), "issued"),
        (date(2021, 2, 1), "in_force"),
        (date(2025, 7, 1), "replaced"),
    ]


def test_a_status_set_by_hand_holds_from_its_day_to_the_next_event():
    override = Override("unknown", date(2014, 1, 1))
    assert status(CHAIN, date(2013, 12, 31), override) == "in_force"
    assert status(CHAIN, date(2014, 1, 1), override) == "unknown"
    assert status(CHAIN, date(2016, 7, 2), override) == "unknown"
    assert status(CHAIN, date(2018, 5, 2), override) == "partly_expired"


def test_a_status_set_by_hand_without_day_counts_from_the_beginning_of_its_effect():
    events = CHAIN[:2]
    assert status(events, date(2012, 12, 31), Override("suspended", None)) == "not_yet"
    assert status(events, date(2013, 1, 1), Override("suspended", None)) == "suspended"
    # What the dates say better is left to them.
    assert status(events, date(2014, 1, 1), Override("not_yet", None)) == "in_force"
    assert status(CHAIN, date(2014, 1, 1), Override("expired", None)) == "in_force"
    assert status([], date(2014, 1, 1), Override("in_force", None)) == "in_force"
