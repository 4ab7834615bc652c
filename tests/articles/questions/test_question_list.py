"""The list of questions: by topic, by words without accents; the same cost for 3 and for 15."""

from datetime import date

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from tests.articles.content import add_question, add_question_index, make_topic, put_question
from tests.factories import translate

pytestmark = pytest.mark.one_database


@pytest.fixture
def index(site):
    return add_question_index(site.home, introduction="Câu hỏi thường gặp.")


def titles(client, index, **parameters):
    response = client.get(index.url, parameters)
    assert response.status_code == 200
    return [card.title for card in response.context["cards"]]


def test_the_newest_answer_comes_first(client, index):
    put_question(index, title="Cũ", answer_date=date(2025, 1, 1))
    put_question(index, title="Chưa rõ ngày", answer_date=None)
    put_question(index, title="Mới", answer_date=date(2026, 1, 1))
    assert titles(client, index) == ["Mới", "Cũ", "Chưa rõ ngày"]


def test_questions_are_found_by_words_of_title_question_and_answer_without_accents(client, index):
    put_question(index, title="Nghỉ thai sản bao lâu?", question="<p>Tôi sinh con thứ hai.</p>")
    put_question(index, title="Thử việc?")
    for words in ("thai san", "THAI SẢN", "sinh con", "cau tra loi thai", "nghi bao lau"):
        assert "Nghỉ thai sản bao lâu?" in titles(client, index, q=words), words
    assert titles(client, index, q="thai san thu viec") == []
    assert [titles(client, index, q=signs) for signs in ("*", ")(&", "(thử-việc*)")] == [[], [], ["Thử việc?"]]


def test_a_topic_is_chosen_by_uuid_and_counted(client, index):
    wages, leave = make_topic("Tiền lương"), make_topic("Nghỉ phép")
    put_question(index, title="Lương?", topic=wages)
    put_question(index, title="Phép?", topic=leave)
    put_question(index, title="Phép năm?", topic=leave)
    assert titles(client, index, topic=str(wages.translation_key)) == ["Lương?"]
    (entry,) = [entry for entry in client.get(index.url).context["filters"] if entry["name"] == "topic"]
    assert [(choice["label"], choice["count"]) for choice in entry["choices"][1:]] == [
        ("Nghỉ phép", 2),
        ("Tiền lương", 1),
    ]


def test_an_unknown_topic_gives_an_empty_list_and_a_wrong_page_is_not_found(client, index):
    put_question(index)
    response = client.get(index.url, {"topic": "abc"})
    assert response.status_code == 200
    assert response.context["is_empty"]
    for page in ("abc", "2", "0"):
        assert client.get(index.url, {"page": page}).status_code == 404


def test_the_index_renders_in_both_languages(client, site, index):
    topic = make_topic("Tiền lương", english="Wages")
    add_question(index, topic=topic)
    english = translate(index, site.home_en, title="Legal questions", slug="questions")
    response = client.get(english.url)
    (card,) = response.context["cards"]
    assert (card.label, card.is_fallback) == ("Wages", True)
    (entry,) = [entry for entry in response.context["filters"] if entry["name"] == "topic"]
    assert [choice["label"] for choice in entry["choices"][1:]] == ["Wages"]
    assert "Làm thêm giờ" in client.get(index.url).content.decode()


def test_a_list_costs_the_same_for_3_questions_and_for_15(client, index):
    topic = make_topic("Tiền lương", english="Wages")

    def number_of_queries():
        client.get(index.url)
        with CaptureQueriesContext(connection) as captured:
            client.get(index.url)
        return len(captured)

    with transaction.atomic():
        for number in range(3):
            put_question(index, title=f"Câu hỏi {number}", topic=topic)
    few = number_of_queries()
    with transaction.atomic():
        for number in range(3, 15):
            put_question(index, title=f"Câu hỏi {number}", topic=topic)
    assert number_of_queries() == few
