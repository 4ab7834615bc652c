"""Due dates in working days, against the judged calendar."""

from datetime import date, datetime
from pathlib import Path

import pytest
import yaml

from cms.cases.working_days import due_date, working_days_between

SAMPLE = yaml.safe_load((Path(__file__).parent / "samples" / "vietnamese_calendar.yaml").read_text())
DAYS_OFF = {date.fromisoformat(day["date"]) for day in SAMPLE["holidays"]}


@pytest.mark.parametrize("case", SAMPLE["cases"], ids=lambda case: case["id"])
def test_the_due_date_is_what_was_counted_by_hand(case):
    start = datetime.fromisoformat(case["start"])
    assert due_date(start, case["working_days"], DAYS_OFF).isoformat() == case["expected"], case["note"]


def test_days_between_are_those_that_lead_to_the_due_date():
    for case in SAMPLE["cases"]:
        start = datetime.fromisoformat(case["start"])
        end = due_date(start, case["working_days"], DAYS_OFF)
        first = due_date(start, 0, DAYS_OFF)
        assert working_days_between(first, end, DAYS_OFF) == case["working_days"]
