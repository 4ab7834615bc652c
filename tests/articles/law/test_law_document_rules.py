"""What cannot be true of dates and events is said at its row; a status set by hand needs its note."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from articles.law.law_document_rules import Dates, event_problems
from articles.models import LawEvent
from tests.articles.content import add_law_document, add_library, build_law_document

DATES = Dates(date(2019, 11, 20), date(2021, 1, 1), None)


@pytest.mark.parametrize(
    ("events", "rows"),
    [
        ([(date(2022, 1, 1), "amended"), (date(2023, 1, 1), "replaced")], []),
        ([(date(2019, 1, 1), "in_force")], []),
        ([(date(2022, 2, 1), "resumed"), (date(2022, 1, 1), "suspended")], []),
        ([(date(2022, 2, 1), "resumed")], [0]),
        ([(date(2022, 3, 1), "suspended"), (date(2022, 2, 1), "resumed")], [1]),
        ([(date(2019, 11, 19), "amended")], [0]),
        ([(date(2020, 12, 31), "expired")], [0]),
        ([(date(2023, 1, 1), "replaced"), (date(2024, 1, 1), "amended")], [1]),
        ([(date(2019, 11, 21), "issued")], [0]),
        ([(date(202, 1, 1), "amended")], [0]),
    ],
)
def test_impossible_events_are_refused_at_their_rows(events, rows):
    assert [problem.row for problem in event_problems(DATES, events)] == rows


def test_what_is_live_has_possible_events_whichever_door_it_comes_through(site):
    document = add_law_document(add_library(site.home))
    document.events = [LawEvent(date=date(2022, 2, 1), event="resumed", locale=document.locale)]
    with pytest.raises(ValidationError) as refused:
        document.save()
    assert list(refused.value.message_dict) == ["events"]


def test_a_status_set_by_hand_needs_a_note(site):
    document = build_law_document(add_library(site.home), status="suspended", status_note=" ")
    with pytest.raises(ValidationError) as refused:
        document.clean()
    assert list(refused.value.message_dict) == ["status_note"]
