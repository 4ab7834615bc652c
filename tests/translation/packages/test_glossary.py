"""The glossary has one word for one thing, and forbids the others."""

import pytest

from cms.core.text.nfc import to_nfc
from cms.translation.packages.glossary import GLOSSARY, forbidden_words, read_glossary, wrong_words


def test_the_glossary_is_nfc_and_names_no_term_twice():
    assert GLOSSARY.read_text() == to_nfc(GLOSSARY.read_text())
    names = [term["en"] for term in read_glossary()["terms"]]
    assert len(names) == len(set(names)) > 60


def test_no_term_forbids_what_another_demands():
    demanded = " | ".join(term["vi"] for term in read_glossary()["terms"])
    assert wrong_words(demanded) == []
    assert len(forbidden_words()) > 10


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Xuất bản trang", ["“Xuất bản” should be “đăng”"]),
        ("Đăng trang", []),
        ("Chọn tập tin rồi phê duyệt", ["“tập tin” should be “tệp”", "“phê duyệt” should be “duyệt”"]),
    ],
)
def test_wrong_words_are_named(text, found):
    assert wrong_words(text) == found
