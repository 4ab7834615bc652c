import unicodedata

import pytest

from cms.core.text.nfc import clean_text, normalise_value, to_nfc
from tests.core.text.letters import LETTERS, spellings


@pytest.mark.parametrize("letter", LETTERS)
def test_every_spelling_of_a_vietnamese_letter_is_stored_as_one_character(letter):
    for spelling in spellings(letter):
        assert to_nfc(spelling) == letter
        assert clean_text(spelling) == letter
    assert len(to_nfc(letter)) == 1


def test_to_nfc_changes_nothing_but_the_form():
    assert to_nfc("Công\u200b\x00 đoàn") == "Công\u200b\x00 đoàn"


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("Công đoàn\x00", "Công đoàn"),
        ("Công\u200b đo\ufeffàn", "Công đoàn"),
        ("đo\u2060àn\u200e", "đoàn"),
        ("đoàn \u202eviên\u202c", "đoàn viên"),
        ("một\r\nhai\rba\x0bbốn", "một\nhai\nba\nbốn"),
        ("một\n\thai", "một\n\thai"),
        ("no\u00a0break", "no\u00a0break"),
        ("a\ud800b\uffff", "ab"),
        ("e\u200d\u0301", "é"),
        ("", ""),
    ],
)
def test_invisible_characters_are_removed_and_visible_ones_stay(typed, stored):
    assert clean_text(typed) == stored
    assert clean_text(stored) == stored


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("15/2025/NĐ\u00adCP", "15/2025/NĐ-CP"),
        ("1563/CTr\u00adTLĐ", "1563/CTr-TLĐ"),
        ("2023\u00ad2028", "2023-2028"),
        ("fede\u00adration", "federation"),
    ],
)
def test_a_soft_hyphen_is_a_hyphen_where_a_pdf_lost_one_and_nothing_inside_a_word(typed, stored):
    assert clean_text(typed) == stored


def test_an_emoji_of_several_parts_stays_whole_while_a_joiner_in_a_word_goes():
    worker = "👩\u200d🏭"
    health_worker = "🧑🏽\u200d⚕\ufe0f"
    assert clean_text(f"{worker} công\u200d đoàn\u200d {health_worker}") == f"{worker} công đoàn {health_worker}"


def test_the_whole_of_a_json_value_is_normalised_and_the_argument_left_alone():
    decomposed = unicodedata.normalize("NFD", "Nghị định")
    value = [{"type": "paragraph", "value": {"text": decomposed, "rows": [[decomposed, 3, None, True, 1.5]]}}]
    assert normalise_value(value) == [
        {"type": "paragraph", "value": {"text": "Nghị định", "rows": [["Nghị định", 3, None, True, 1.5]]}}
    ]
    assert value[0]["value"]["text"] == decomposed


@pytest.mark.parametrize("value", [None, 7, 2.5, False, b"x"])
def test_what_is_no_text_is_returned_itself(value):
    assert normalise_value(value) is value
