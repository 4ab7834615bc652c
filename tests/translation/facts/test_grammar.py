"""What the two languages legitimately write differently agrees, either way round; what differs is told once."""

import unicodedata
from pathlib import Path

import pytest
import yaml

from cms.translation.facts.comparison import Disagreement, disagreements

GRAMMAR = yaml.safe_load((Path(__file__).parents[1] / "samples" / "fact_grammar.yaml").read_text("utf-8"))


@pytest.mark.parametrize(("vietnamese", "english"), GRAMMAR["agree"])
def test_the_same_fact_agrees_in_both_directions(vietnamese, english):
    assert disagreements(vietnamese, english, "vi", "en") == []
    assert disagreements(english, vietnamese, "en", "vi") == []


@pytest.mark.parametrize(("vietnamese", "english", "kind"), GRAMMAR["differ"])
def test_another_fact_is_told_once(vietnamese, english, kind):
    assert [alarm.kind for alarm in disagreements(vietnamese, english, "vi", "en")] == [kind]
    assert [alarm.kind for alarm in disagreements(english, vietnamese, "en", "vi")] == [kind]


def test_a_disagreement_shows_both_texts_as_they_are_written():
    found = disagreements("Đạt <b>91,6%</b> – vượt kế hoạch.", "Reached <b>96.1%</b>, above the plan.", "vi", "en")

    assert found == [Disagreement("percentage", "91,6%", "96.1%")]


def test_a_number_cut_by_markup_is_one_number():
    assert disagreements("<b>12</b>.675 người", "12,<i>675</i> people", "vi", "en") == []


def test_attributes_of_markup_are_no_facts():
    assert disagreements('<a id="a1">Xem</a> 2 trang', "2 pages", "vi", "en") == []


def test_words_for_one_and_all_the_little_words_may_be_missing():
    assert disagreements("Một số cán bộ, một mặt", "Some officers", "vi", "en") == []


def test_a_decomposed_text_reads_like_a_composed_one():
    source = unicodedata.normalize("NFD", "Thứ Sáu, số 1563/CTr-TLĐ, mười hai tỷ đồng")
    assert disagreements(source, "Friday, No. 1563/CTr-TLĐ, VND 12 billion", "vi", "en") == []


def test_every_dash_is_a_dash():
    for dash in "-‐‑‒–—−":
        assert disagreements(f"02{dash}NQ/TW, 2023{dash}2028", "02-NQ/TW, 2023–2028", "vi", "en") == []


def test_of_an_unknown_language_only_what_no_language_changes_is_compared():
    assert disagreements("12.675 người, ngày 09/10/2019", "12 675 человек, 09.10.2019", "vi", "ru") == []
    found = disagreements("Theo 02-NQ/TW", "По 03-NQ/TW", "vi", "ru")
    assert found == [Disagreement("document_number", "02-NQ/TW", "03-NQ/TW")]


@pytest.mark.parametrize("text", ["1," * 900, "1 " * 900, "14, " * 900, "một " * 900, "one hundred and " * 900])
def test_a_strange_long_text_is_read_like_any_other(text):
    # A pattern that goes back over everything would take hours here.
    assert disagreements(text, text, "vi", "vi") == []
    assert disagreements(text, text, "en", "en") == []
