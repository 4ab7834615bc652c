"""Reading one number: its system, type, year, issuers and unit, and the spelling in which it is printed."""

import pytest

from articles.law.numbers.finding import find_numbers
from articles.law.numbers.reading import is_without_number, normalise, parse


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("15/2025/NÐ–CP", "15/2025/NĐ-CP"),
        (" 15 / 2025 / nd - cp ", "15/2025/NĐ-CP"),
        ("15-2025-NĐ-CP", "15/2025/NĐ-CP"),
        ("12-HD-TU", "12-HD/TU"),
        ("2350-qd-ldld", "2350/QĐ-LĐLĐ"),
        ("63-CP", "63-CP"),
        ("1563/ctr-tld", "1563/CTr-TLĐ"),
        ("02-nq/tw", "02-NQ/TW"),
        ("37-qyd/tw", "37-QyĐ/TW"),
        ("15/2025/NĐCP", "15/2025/NĐCP"),
        ("Nghị định 15 năm 2025", "Nghị định 15 năm 2025"),
        ("12-CTr/Th.U", "12-CTr/Th.U"),
        ("51-LCT/HDNN8", "51-LCT/HĐNN8"),
        ("  việc   này ", "việc   này"),
        ("Không số", "Không số"),
    ],
)
def test_a_number_is_printed_as_its_system_prints_it(text, printed):
    assert normalise(text) == printed


def test_all_parts_are_read():
    number = parse("01/2016/TTLT-BTP-BCA-BTC")
    assert (number.serial, number.year, number.type_code) == ("01", 2016, "TTLT")
    assert number.issuers == ("BTP", "BCA", "BTC")
    assert number.unit == ""
    suffixed = parse("3041/QĐ-BNN-TCCB")
    assert (suffixed.issuer, suffixed.unit, suffixed.year) == ("BNN", "TCCB", None)


@pytest.mark.parametrize(
    "text", ["", "abc", "15", "15/2025", "15/2025/NĐ-CP và 16/2025/NĐ-CP", "Không số", "số 1", "12/15-QH"]
)
def test_what_is_not_one_number_is_not_read(text):
    assert parse(text) is None


@pytest.mark.parametrize("text", ["", "Không số", "KHÔNG SỐ", "khong so", "k/s"])
def test_without_number_is_said_in_words(text):
    assert is_without_number(text)


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("Nghị định số 145 năm 2020 của Chính phủ", "145/2020/NĐ-CP"),
        ("Nghị định 145/2020", "145/2020/NĐ-CP"),
        ("Nghị định số 145 ngày 14/12/2020 của Chính phủ", "145/2020/NĐ-CP"),
        ("Luật số 91 năm 2025", "91/2025/QH15"),
        ("Thông tư số 10 năm 2020 của Bộ Lao động - Thương binh và Xã hội", "10/2020/TT-BLĐTBXH"),
        ("Quyết định số 338 ngày 3/4/2023 của Thủ tướng Chính phủ", "338/QĐ-TTg"),
        ("Nghị quyết số 02 của Bộ Chính trị", "02-NQ/TW"),
        ("Chương trình số 1563 ngày 09/10/2019 của Tổng Liên đoàn", "1563/CTr-TLĐ"),
        ("Decree No. 145 of 2020", "145/2020/NĐ-CP"),
        ("Decree No. 145/2020 of the Government", "145/2020/NĐ-CP"),
        ("Resolution No. 02 of the Politburo", "02-NQ/TW"),
        ("Law No. 91 of 2025", "91/2025/QH15"),
    ],
)
def test_a_reference_in_words_is_the_number_it_spells(text, printed):
    (found,) = find_numbers(f"Theo {text}, người lao động được báo trước.")
    assert found.number.printed == printed
    assert (found.start, found.end) == (5, 5 + len(text))


@pytest.mark.parametrize(
    ("text", "type_code"),
    [
        ("Luật Việc làm số 74/2025/QH15", "L"),
        ("Bộ luật Lao động số 74/2025/QH15", "BL"),
        ("the Labour Code, No. 74/2025/QH15", "BL"),
        ("the Law on Employment (74/2025/QH15)", "L"),
        ("Nghị quyết 12/2025/NQ-HĐND; 74/2025/QH15", ""),
    ],
)
def test_the_type_of_a_law_is_named_by_the_words_before_its_number(text, type_code):
    assert find_numbers(text)[-1].type_code == type_code
