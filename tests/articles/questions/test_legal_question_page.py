"""An answered question: in both languages, with its legal basis; nothing of whoever asked, anywhere."""

import json
import unicodedata

import pytest
from django.db.models import ProtectedError

from articles.models import LegalQuestionPage
from cms.delivery.models import DeliveredItem
from tests.articles.content import (
    PARAGRAPH,
    add_law_document,
    add_library,
    add_question,
    add_question_index,
    make_topic,
    put_question,
)
from tests.factories import translate

pytestmark = pytest.mark.one_database

# What DOMAIN.md keeps private; the desk (cms.cases) stores it elsewhere.
PRIVATE = (
    "tracking",
    "asker",
    "contact",
    "email",
    "phone",
    "union",
    "original",
    "attachment",
    "consent",
    "assignee",
    "due",
)


@pytest.fixture
def index(site):
    return add_question_index(site.home)


@pytest.fixture
def labour_code(site):
    return add_law_document(add_library(site.home))


@pytest.fixture
def question(index, labour_code):
    return add_question(index, basis=[labour_code], topic=make_topic("Tiền lương", english="Wages"))


@pytest.fixture
def english(site, index, question):
    parent = translate(index, site.home_en, title="Legal questions", slug="questions")
    return translate(
        question, parent, title="How is overtime paid?", question="<p>We often work on Sundays.</p>", slug="overtime"
    )


def document_of(page):
    return json.loads(DeliveredItem.objects.get(type=page._meta.label, object_id=page.pk).document)


def test_the_model_has_no_field_for_anything_private():
    names = [field.name for field in LegalQuestionPage._meta.get_fields()]
    assert not [name for name in names if any(part in name for part in PRIVATE)]


def test_the_answer_page_shows_question_answer_and_legal_basis(client, index, question):
    response = client.get(question.url)
    assert response.status_code == 200
    assert response.context["question"] == "<p>Tổ tôi hay làm thêm vào <b>Chủ Nhật</b>.</p>"
    assert response.context["topics"] == [
        {"label": "Tiền lương", "url": f"{index.url}?topic={question.topic.translation_key}", "lang": ""}
    ]
    (card,) = response.context["legal_basis"]
    assert (card.number, card.status.code) == ("45/2019/QH14", "in_force")
    page = response.content.decode()
    for text in ("Câu trả lời.", "18/03/2026", "Bộ phận tư vấn pháp luật", "45/2019/QH14"):
        assert text in page, text


def test_the_english_page_names_the_topic_in_english_and_falls_back_to_the_vietnamese_law(client, english):
    response = client.get(english.url)
    assert response.status_code == 200
    assert [topic["label"] for topic in response.context["topics"]] == ["Wages"]
    (card,) = response.context["legal_basis"]
    assert card.is_fallback
    assert "How is overtime paid?" in response.content.decode()


def test_others_on_the_topic_follow(client, index, question):
    put_question(index, title="Tiền lương tháng 13?", topic=question.topic)
    put_question(index, title="Nghỉ phép?")
    cards = client.get(question.url).context["related_cards"]
    assert [card.title for card in cards] == ["Tiền lương tháng 13?"]


def test_a_script_in_a_question_never_reaches_a_reader(client, index):
    page = add_question(index, question='<p>Hỏi<script>alert(1)</script><a href="javascript:x">đây</a></p>')
    assert "alert(1)" not in client.get(page.url).content.decode()
    assert "script" not in document_of(page)["question"]["html"]


def test_a_question_that_its_title_says_is_enough(client, index):
    page = add_question(index, question='<p data-block-key="a"></p>')
    assert client.get(page.url).context["question"] == ""
    assert document_of(page)["question"] == {"html": "", "text": ""}


def test_partners_get_question_answer_topic_and_references(question, labour_code):
    data = document_of(question)
    assert data["question"] == {
        "html": "<p>Tổ tôi hay làm thêm vào <b>Chủ Nhật</b>.</p>",
        "text": "Tổ tôi hay làm thêm vào Chủ Nhật.",
    }
    assert [block["type"] for block in data["answer"]] == ["paragraph"]
    assert data["topic"]["name"] == "Tiền lương"
    assert data["answer_date"] == "2026-03-18"
    assert [(item["id"], item["meta"]["locale"]) for item in data["legal_basis"]] == [(labour_code.pk, "vi")]


def test_the_english_document_names_an_untranslated_law_by_its_original(english, labour_code):
    data = document_of(english)
    assert data["topic"]["name"] == "Wages"
    assert [(item["id"], item["meta"]["locale"]) for item in data["legal_basis"]] == [(labour_code.pk, "vi")]
    assert [item["locale"] for item in data["meta"]["translations"]] == ["vi"]


def test_a_renamed_law_is_renamed_where_it_is_the_basis(question, labour_code):
    labour_code.title = "Bộ luật Lao động năm 2019"
    labour_code.save_revision().publish()
    assert document_of(question)["legal_basis"][0]["title"] == "Bộ luật Lao động năm 2019"


def test_an_unpublished_law_leaves_the_page_and_the_document(client, question, labour_code):
    labour_code.unpublish()
    assert client.get(question.url).context["legal_basis"] == []
    assert document_of(question)["legal_basis"] == []


def test_a_topic_in_use_cannot_be_deleted(question):
    with pytest.raises(ProtectedError):
        question.topic.delete()


def test_the_card_asks_the_question(question):
    card = question.card()
    assert (card.kind, card.label, str(card.date)) == ("question", "Tiền lương", "2026-03-18")
    assert card.summary == "Tổ tôi hay làm thêm vào Chủ Nhật."


def test_text_is_stored_in_nfc(index):
    decomposed = unicodedata.normalize("NFD", "Thưởng Tết")
    block = {**PARAGRAPH, "value": f"<p>{decomposed}</p>"}
    page = add_question(index, title=decomposed, question=f"<p>{decomposed}</p>", answer=[block])
    page = LegalQuestionPage.objects.get(pk=page.pk)
    assert page.title == "Thưởng Tết"
    assert "Thưởng Tết" in page.question
    assert "Thưởng Tết" in page.answer[0].value.source
    assert page.slug == "thuong-tet"
