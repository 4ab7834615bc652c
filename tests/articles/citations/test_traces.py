"""The quick look never says no to a text that names a document, and says it to ordinary sentences."""

import unicodedata
from pathlib import Path

import pytest
import yaml

from articles.citations.traces import may_cite
from articles.law.numbers.finding import find_numbers
from articles.law.numbers.titles import find_titles

SAMPLE = Path(__file__).parents[1] / "law" / "samples" / "document_numbers.yaml"
WORDS = 9


def stretches():
    """Give every few words of the sample, as they stand and decomposed."""
    for passage in yaml.safe_load(SAMPLE.read_text())["passages"]:
        words = passage["text"].split(" ")
        for start in range(0, len(words), 2):
            stretch = " ".join(words[start : start + WORDS])
            yield unicodedata.normalize("NFD", stretch) if start % 4 else stretch


def test_whatever_is_found_has_left_a_trace():
    named = [text for text in stretches() if find_numbers(text) or find_titles(text)]
    assert len(named) > 400
    assert [text for text in named if not may_cite(text)] == []


@pytest.mark.parametrize(
    "text",
    [
        "Nghị định số 145 năm 2020 của Chính phủ",
        "Nghi dinh 145 ngay 14/12/2020",
        "Decree No. 145 of 2020",
        "Công văn số 63 CP",
        "Luật Công đoàn năm 2024",
        "the Law on Trade Unions 2024",
        "the Labour Code of 2019",
        "145\u00ad2020",
        "số １５／２０２５／NĐ-CP",
    ],
)
def test_numbers_spelled_out_and_titles_leave_one(text):
    assert may_cite(text)


@pytest.mark.parametrize(
    "text",
    ["", "Không có số nào.", "Ban Thường vụ tổ chức đối thoại; 128 người đã tham gia.", "98% were satisfied, 12 left."],
)
def test_ordinary_sentences_leave_none(text):
    assert not may_cite(text)
