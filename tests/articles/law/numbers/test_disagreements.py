"""Where number and fields disagree a sentence says so; where they agree, or cannot be compared, nothing is said."""

from datetime import date

import pytest
from django.utils import translation

from articles.law.numbers.disagreements import find_disagreements


def disagreements(number, document_type, issued=None, issuers=()):
    with translation.override("en"):
        return list(find_disagreements(number, document_type, issued, issuers))


@pytest.mark.parametrize(
    ("number", "document_type", "issued", "issuers"),
    [
        ("15/2025/NĐ-CP", "nghi_dinh", date(2025, 1, 2), ["Chính phủ"]),
        ("91/2025/QH15", "luat", date(2025, 6, 26), ["Quốc hội"]),
        ("198/2025/QH15", "nghi_quyet", None, []),
        ("1563/CTr-TLĐ", "chuong_trinh", date(2019, 10, 9), ["Tổng Liên đoàn Lao động Việt Nam"]),
        ("02-NQ/TW", "nghi_quyet", date(2021, 6, 12), ["Bộ Chính trị"]),
        ("63/CP", "nghi_dinh", date(1996, 10, 24), ["Chính phủ"]),
        ("10/2020/TT-BLĐTBXH", "thong_tu", date(2020, 11, 12), ["Bộ Nội vụ"]),
        ("41-QĐ/TW", "quy_dinh", None, []),
        ("2350/QĐ-LĐLĐ", "quyet_dinh", None, ["Liên đoàn Lao động tỉnh Quảng Ninh"]),
        ("Không số", "hien_phap", None, []),
        ("", "khac", None, []),
    ],
)
def test_nothing_is_said_where_all_agrees(number, document_type, issued, issuers):
    assert disagreements(number, document_type, issued, issuers) == []


@pytest.mark.parametrize(
    ("number", "document_type", "issued", "issuers", "word"),
    [
        ("15/2025/NĐ-CP", "thong_tu", None, [], "NĐ"),
        ("15/2025/NĐ-CP", "nghi_dinh", date(2024, 12, 31), [], "2024"),
        ("15/2025/NĐ-CP", "nghi_dinh", None, ["Bộ Nội vụ"], "CP"),
        ("91/2025/QH15", "nghi_dinh", None, [], "National Assembly"),
        ("07/NQ-LĐLĐ", "luat", None, [], "NQ"),
        ("01/2016/TTLT-BTP-BCA-BTC", "thong_tu_lien_tich", None, ["Bộ Tư pháp", "Bộ Công an"], "3"),
        ("abc", "luat", None, [], "no system"),
        ("15/2025", "nghi_dinh", None, [], "no system"),
    ],
)
def test_what_disagrees_is_named(number, document_type, issued, issuers, word):
    (sentence,) = disagreements(number, document_type, issued, issuers)
    assert word in sentence
