"""The fact guard finds every planted error of the judged pairs, and raises no other alarm."""

from pathlib import Path

import pytest
import yaml

from cms.translation.facts.comparison import disagreements

PAIRS = yaml.safe_load((Path(__file__).parents[1] / "samples" / "fact_pairs.yaml").read_text("utf-8"))["pairs"]


def overlap(text: str, one: str, other: str) -> bool:
    """Whether two phrases share a place in a text."""
    first, second = text.index(one), text.index(other)
    return first < second + len(other) and second < first + len(one)


@pytest.mark.parametrize("pair", PAIRS, ids=[pair["id"] for pair in PAIRS])
def test_a_pair_gives_the_alarms_it_was_written_for(pair):
    found = disagreements(pair["source"], pair["target"], "vi", "en")

    assert [alarm.kind for alarm in found] == [expected["kind"] for expected in pair["expected"]], found
    for alarm, expected in zip(found, pair["expected"], strict=True):
        assert overlap(pair["source"], alarm.source, expected["source"])
        assert (alarm.target is None) == (expected["target"] is None)


def test_the_pairs_are_forty_half_of_them_right():
    assert len(PAIRS) == 40
    assert sum(not pair["expected"] for pair in PAIRS) == 20
