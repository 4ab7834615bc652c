"""The API's search: the website's own, for whoever may have what it finds."""

import pytest
from django.core.cache import cache
from django.db import transaction

from tests.factories import add_article, add_stream


@pytest.fixture
def stream(site):
    return add_stream(site.home, title="Tin hoạt động")


@pytest.fixture
def ask(client):
    return lambda **parameters: client.get("/api/v2/search/", parameters)


def test_a_result_is_what_the_list_gives_with_the_places_of_what_was_found(client, stream, ask):
    article = add_article(stream, title="Thỏa ước lao động tập thể", lead="Sáu công ty ký thỏa ước đầu tiên.")
    answer = ask(q="thoa uoc").json()
    listed = client.get("/api/v2/articles/").json()["items"][0]
    assert answer["meta"]["total_count"] == 1
    (item,) = answer["items"]
    assert item["item"] == listed
    assert item["item"]["id"] == article.pk
    assert [item["title"]["text"][start:end] for start, end in item["title"]["marks"]] == ["Thỏa ước"]
    assert [item["text"]["text"][start:end] for start, end in item["text"]["marks"]] == ["thỏa ước"]


def test_facets_count_what_each_value_would_leave(stream, ask):
    with transaction.atomic():
        for number in range(3):
            add_article(stream, title=f"Ngày hội thứ {number}")
    add_stream(stream.get_parent(), title="Ngày hội công nhân", slug="ngay-hoi")
    facets = ask(q="ngày hội").json()["meta"]["facets"]
    by_type = {value["value"]: value["count"] for value in facets["type"]}
    assert by_type == {"articles.ArticlePage": 3, "articles.ArticleStreamPage": 1}
    topic = facets["topic"][0]
    assert (topic["value"], topic["label"], topic["count"]) == (str(stream.translation_key), "Tin hoạt động", 3)
    assert ask(q="ngày hội", type="articles.ArticleStreamPage").json()["meta"]["total_count"] == 1
    assert ask(q="ngày hội", topic=topic["value"]).json()["meta"]["total_count"] == 3
    assert ask(q="ngày hội", year=1999).json()["meta"]["total_count"] == 0


def test_what_others_may_not_show_is_not_found(stream, ask):
    add_article(stream, title="Chỉ ở đây", syndication="none")
    add_article(stream, title="Chỉ cho đối tác ở đây", syndication="partners")
    assert ask(q="chỉ ở đây").json() == {
        "meta": {"total_count": 0, "facets": {"type": [], "topic": [], "year": [], "locale": []}},
        "items": [],
    }


def test_paging_gives_each_result_once(stream, ask):
    with transaction.atomic():
        for number in range(5):
            add_article(stream, title=f"Ngày hội thứ {number}")
    ids = [
        item["item"]["id"] for offset in (0, 2, 4) for item in ask(q="ngày hội", limit=2, offset=offset).json()["items"]
    ]
    assert len(set(ids)) == 5


@pytest.mark.parametrize(
    ("parameters", "culprit"),
    [
        ({}, "q"),
        ({"q": " "}, "q"),
        ({"q": "x" * 201}, "q"),
        ({"q": "x", "locale": "fr"}, "locale"),
        ({"q": "x", "type": "users.User"}, "type"),
        ({"q": "x", "topic": "…"}, "topic"),
        ({"q": "x", "year": "17"}, "year"),
        ({"q": "x", "limit": "-1"}, "limit"),
        ({"q": "x", "sort": "date"}, "sort"),
    ],
)
def test_what_it_does_not_understand_is_a_problem_that_names_it(site, ask, parameters, culprit):
    response = ask(**parameters)
    assert response.status_code == 400
    assert response["Content-Type"] == "application/problem+json"
    assert response.json().get("parameter", culprit) == culprit


@pytest.mark.parametrize(
    "text", ["\U0001f600", "\u0301\u0300", '"AND" (OR', "a'b:*&|!", "NEAR(a b)", "-- ; DROP", "%_%", "𝔸"]
)
def test_any_text_is_answered(site, ask, text):
    response = ask(q=text)
    assert (response.status_code, response.json()["items"]) == (200, [])


def test_a_search_costs_the_same_queries_for_few_and_many_results(stream, ask, django_assert_max_num_queries):
    with transaction.atomic():
        for number in range(8):
            add_article(stream, title=f"Ngày hội thứ {number}")
    cache.clear()
    with django_assert_max_num_queries(8):
        assert len(ask(q="ngày hội").json()["items"]) == 8
