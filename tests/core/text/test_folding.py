import pytest

from cms.core.text.folding import fold, fold_number
from tests.core.text.letters import LETTERS, spellings, without_accents


@pytest.mark.parametrize("letter", LETTERS)
def test_every_spelling_of_a_vietnamese_letter_folds_to_its_base_letter(letter):
    for spelling in spellings(letter):
        assert fold(spelling) == without_accents(letter)
        assert fold_number(spelling) == without_accents(letter).upper()


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Công đoàn", "cong doan"),
        ("  CÔNG \n\t ĐOÀN\u00a0Việt  Nam ", "cong doan viet nam"),
        ("Đảng bộ", "dang bo"),
        ("Ðảng bộ", "dang bo"),  # eth, as old keyboards write it
        ("đo\u200bàn\u00ad viên\x00", "doan vien"),
        ("Ｄiện tích 5 m²", "dien tich 5 m2"),
        ("Straße İstanbul café", "strasse istanbul cafe"),
        ("15/2025/NĐ-CP", "15/2025/nd-cp"),
        ("", ""),
    ],
)
def test_text_is_folded_for_search(text, folded):
    assert fold(text) == folded
    assert fold(folded) == folded


@pytest.mark.parametrize(("new", "old"), [("hóa", "hoá"), ("thủy", "thuỷ"), ("khỏe", "khoẻ"), ("thỏa", "thoả")])
def test_both_styles_of_placing_a_tone_mark_fold_to_the_same(new, old):
    assert fold(new) == fold(old)


@pytest.mark.parametrize(
    ("number", "folded"),
    [
        ("15/2025/NĐ-CP", "15/2025/ND-CP"),
        ("15/2025/nđ-cp", "15/2025/ND-CP"),
        ("15/2025/NÐ-CP", "15/2025/ND-CP"),  # eth
        (" 15 / 2025 / NĐ – CP ", "15/2025/ND-CP"),
        ("91/2025/QH15", "91/2025/QH15"),
        ("1563/CTr-TLĐ", "1563/CTR-TLD"),
        ("02-NQ/TW", "02-NQ/TW"),
        ("3041/QĐ-BNN-TCCB", "3041/QD-BNN-TCCB"),
        ("63/CP", "63/CP"),
        ("Không số", "KHONGSO"),
        ("", ""),
    ],
)
def test_a_law_number_is_folded_for_look_up(number, folded):
    assert fold_number(number) == folded
    assert fold_number(folded) == folded


@pytest.mark.parametrize("hyphen", "-\u00ad‐‑‒–—―−﹣－⁃")
def test_every_hyphen_in_a_law_number_is_one(hyphen):
    assert fold_number(f"02{hyphen}NQ/TW") == "02-NQ/TW"
    assert fold_number(f"02 {hyphen}{hyphen} NQ/TW") == "02-NQ/TW"


@pytest.mark.parametrize("slash", "/\\⁄∕／⧸")
def test_every_slash_in_a_law_number_is_one(slash):
    assert fold_number(f"63{slash}CP") == "63/CP"
