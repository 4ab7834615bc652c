"""The search page finds what readers of a language may read, however they type it."""

import pytest

from tests.factories import add_article, add_stream


@pytest.fixture
def stream(site):
    return add_stream(site.home, title="Tin hoạt động")


def titles(response):
    return [card.title for card in response.context["cards"]]


@pytest.mark.parametrize(
    "typed", ["thỏa ước", "thoả ước", "thoa uoc", "THỎA ƯỚC", "tho\u0309a u\u031bo\u031b\u0301c", '"thỏa ước"']
)
def test_every_spelling_finds_it(client, stream, typed):
    add_article(stream, title="Thỏa ước lao động tập thể")
    add_article(stream, title="Ngày hội sức khỏe")
    assert titles(client.get("/tim-kiem/", {"q": typed})) == ["Thỏa ước lao động tập thể"]


def test_the_exact_spelling_stands_first(client, stream):
    add_article(stream, title="Bàn giao nhà ở")
    add_article(stream, title="Bản tin tháng mười")
    assert titles(client.get("/tim-kiem/", {"q": "bản"}))[0] == "Bản tin tháng mười"
    assert titles(client.get("/tim-kiem/", {"q": "bàn"}))[0] == "Bàn giao nhà ở"


def test_drafts_and_untranslated_pages_are_not_found(client, stream):
    article = add_article(stream, title="Tổ nữ công")
    assert titles(client.get("/en/search/", {"q": "nu cong"})) == []
    article.unpublish()
    assert titles(client.get("/tim-kiem/", {"q": "nu cong"})) == []


@pytest.mark.parametrize("typed", ["", "   ", "…", '"', "*", "a" * 1000, "\U0001f600"])
def test_what_is_no_query_gives_an_empty_page(client, stream, typed):
    response = client.get("/tim-kiem/", {"q": typed})
    assert response.status_code == 200
    assert titles(response) == []


@pytest.mark.parametrize("number", ["abc", "0", "9999", "-1"])
def test_a_page_that_does_not_exist_is_not_found(client, stream, number):
    assert client.get("/tim-kiem/", {"q": "a", "page": number}).status_code == 404


def test_only_reading_is_allowed(client, stream):
    assert client.post("/tim-kiem/").status_code == 405
