"""Searching a list."""

import pytest

from tests.factories import add_article

pytestmark = [pytest.mark.django_db, pytest.mark.indexed]


def titles(response):
    assert response.status_code == 200, response.content
    return [item["title"] for item in response.json()["items"]]


def test_words_without_accents_find_words_with_them(articles, get):
    assert titles(get("articles/", search="cong doan co so")) == ["Công đoàn cơ sở"]
    assert titles(get("articles/", search="CÔNG ĐOÀN CƠ SỞ")) == ["Công đoàn cơ sở"]
    assert titles(get("pages/", search="doi thoai")) == ["Đối thoại"]


def test_what_holds_the_accents_typed_comes_first(articles, get):
    add_article(articles.stream, title="Cộng đoan")
    add_article(articles.stream, title="Một bài rất dài có nhắc tới công đoàn ở giữa một câu dài")
    found = titles(get("articles/", search="công đoàn"))
    assert set(found[:2]) == {"Công đoàn cơ sở", "Một bài rất dài có nhắc tới công đoàn ở giữa một câu dài"}
    assert found[2:] == ["Cộng đoan"]


def test_a_search_is_narrowed_and_ordered_like_any_list(articles, get):
    assert titles(get("articles/", search="ca", locale="vi", order="-title")) == ["Bữa cơm ca", "Ánh sáng ca ba"]
    assert titles(get("articles/", search="ca", locale="en")) == []
    assert get("articles/", search="ca", limit=1).json()["meta"]["total_count"] == 2


def test_all_words_or_any(articles, get):
    assert titles(get("articles/", search="doi thoai khu tro")) == []
    assert set(titles(get("articles/", search="doi thoai khu tro", search_operator="or"))) == {
        "Đối thoại",
        "Em bé ở khu trọ",
    }


def test_no_text_breaks_it(articles, get):
    for text in ("", "   ", '"', "a\"b'c", "* ^ ( )", "-", "😀", "%", "\\", "NEAR(a b)", "title:x", "a & b | !c"):
        assert get("articles/", search=text).status_code == 200, text
