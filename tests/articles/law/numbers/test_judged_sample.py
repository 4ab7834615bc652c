"""The finder against the judged samples: 200 labelled numbers in running text and 60 fresh ones, among look-alikes."""

from pathlib import Path

import pytest
import yaml

from articles.law.numbers.finding import find_numbers
from cms.core.text.folding import fold_number

SAMPLES = Path(__file__).parents[1] / "samples"


@pytest.fixture(scope="module", params=["document_numbers", "document_numbers_fresh"])
def judged(request):
    """Return (right finds with their labels, false finds, missed labels) of a whole sample."""
    right, false, missed = [], [], []
    for passage in yaml.safe_load((SAMPLES / f"{request.param}.yaml").read_text())["passages"]:
        labels = list(passage.get("numbers") or [])
        for found in find_numbers(passage["text"]):
            label = next((label for label in labels if _is_right(found, label)), None)
            if label is None:
                false.append(f"{passage['id']}: {passage['text'][found.start : found.end]!r}")
            else:
                labels.remove(label)
                right.append((found, label))
        missed += [f"{passage['id']}: {label['text']!r}" for label in labels]
    return right, false, missed


def _is_right(found, label) -> bool:
    overlaps = found.start < label["start"] + len(label["text"]) and label["start"] < found.end
    return overlaps and found.number.folded == fold_number(label["canonical"])


def test_precision_is_at_least_98_percent(judged):
    right, false, _missed = judged
    assert len(right) / (len(right) + len(false)) >= 0.98, f"found, but none: {false}"


def test_recall_is_at_least_95_percent(judged):
    right, _false, missed = judged
    assert len(right) / (len(right) + len(missed)) >= 0.95, f"missed: {missed}"


def test_what_was_found_is_read_rightly(judged):
    right, _false, _missed = judged
    wrong = []
    for found, label in right:
        number = found.number
        read = (number.system, found.type_code or None, number.year, number.issuer, number.unit or None)
        wanted = (label["system"], label["type"], label["year"], label["issuer"], label.get("unit"))
        if read != wanted:
            wrong.append((label["canonical"], read, wanted))
    assert len(wrong) <= 0.02 * len(right), wrong
