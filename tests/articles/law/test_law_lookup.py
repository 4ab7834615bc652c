"""Looking law documents up by what people type: judged by the sample of 50 look-ups, and by what it does not say."""

from datetime import date
from pathlib import Path

import pytest
import yaml
from django.db import transaction

from articles.law.document_type import DocumentType
from articles.law.law_lookup import read_lookup
from articles.models import LawDocumentPage
from tests.articles.content import add_library, put_law_document

SAMPLE = yaml.safe_load((Path(__file__).parent / "samples" / "lookups.yaml").read_text())
TYPES = {
    "Bộ luật": DocumentType.CODE,
    "Luật": DocumentType.LAW,
    "Nghị định": DocumentType.DECREE,
    "Thông tư": DocumentType.CIRCULAR,
    "Thông tư liên tịch": DocumentType.JOINT_CIRCULAR,
    "Nghị quyết": DocumentType.RESOLUTION,
    "Quyết định": DocumentType.DECISION,
    "Chương trình": DocumentType.PROGRAMME,
    "Hướng dẫn": DocumentType.GUIDANCE,
    "Kế hoạch": DocumentType.PLAN,
}


@pytest.fixture
def library(site):
    return add_library(site.home)


@pytest.fixture
def sample(library):
    """Return the library with the sample's records."""
    with transaction.atomic():
        for record in SAMPLE["records"]:
            put_law_document(
                library,
                number=record["number"],
                title=record["title"],
                document_type=TYPES[record["type"]],
                issue_date=date(record["year"], 6, 1),
                abstract="Bản ghi mẫu.",
            )
    return library


def first(query):
    return LawDocumentPage.objects.matching(query).newest_first().values_list("number", flat=True).first()


def test_38_of_40_look_ups_of_the_sample_have_the_right_document_first_and_10_find_nothing(sample):
    wrong = []
    for lookup in SAMPLE["lookups"]:
        if first(lookup["query"]) != lookup["expected"]:
            wrong.append((lookup["query"], lookup["expected"], first(lookup["query"])))
    false = [entry for entry in wrong if entry[1] is None]
    assert not false
    assert len(wrong) <= 2, wrong


def test_a_whole_number_is_found_alone(library):
    put_law_document(library, number="15/2025/NĐ-CP", issue_date=date(2025, 1, 2))
    put_law_document(library, number="16/2025/NĐ-CP", abstract="Sửa đổi Nghị định 15/2025/NĐ-CP.")
    for query in ("15/2025/NĐ-CP", "15-2025-nd-cp", "Nghị định số 15 năm 2025 của Chính phủ", "15/2025/NÐ–CP"):
        assert [page.number for page in LawDocumentPage.objects.matching(query)] == ["15/2025/NĐ-CP"], query


def test_the_act_itself_comes_before_what_speaks_of_it(library):
    put_law_document(library, number="1/2024/QH15", document_type="luat", title="Luật Công đoàn")
    put_law_document(
        library,
        number="2/2026/NĐ-CP",
        document_type="nghi_dinh",
        title="Nghị định quy định chi tiết Luật Công đoàn",
        issue_date=date(2026, 1, 1),
    )
    assert first("luật công đoàn") == "1/2024/QH15"
    assert first("nghị định công đoàn") == "2/2026/NĐ-CP"


def test_digits_that_are_no_number_are_words(library):
    put_law_document(library, number="7/2024/QH15", title="Luật", abstract="Kế hoạch 5 năm; lương tháng 13.")
    assert first("lương tháng 13") == "7/2024/QH15"
    assert first("kế hoạch 5 năm") == "7/2024/QH15"
    assert first("lương 2031") is None


@pytest.mark.parametrize("query", ["", " ", "%", "…", "/", "-", "15/", "\x00", "' OR 1=1", "😀" * 500, "1" * 500, "số"])
def test_any_text_is_looked_up_without_an_error(library, query):
    put_law_document(library)
    assert list(LawDocumentPage.objects.matching(query)) is not None


def test_parts_of_a_number_are_read():
    lookup = read_lookup("tt 10 2020 bldtbxh")
    assert (lookup.serial, lookup.year, lookup.types, lookup.issuers) == ("10", "2020", {"TT"}, {"BLĐTBXH"})
    assert read_lookup("luat bhxh 2024").words[1] == (" bhxh", " bao hiem xa hoi")
