"""Paging by cursor: nothing twice, nothing missed, whatever comes and goes meanwhile, in every order."""

import base64
import json
import re
from datetime import timedelta

import pytest
from django.db import transaction

from articles.models import ArticlePage
from cms.api.lists import page as pages
from tests.api.lists.following import follow
from tests.factories import add_article, publish

pytestmark = pytest.mark.django_db


def test_a_walk_meets_every_item_once_in_the_lists_own_order(articles, client, get):
    whole = [item["id"] for item in get("articles/").json()["items"]]
    pages = follow(client, "/api/v2/articles/?cursor=&limit=2")
    assert [pk for page in pages for pk in page] == whole
    assert [len(page) for page in pages] == [2, 2, 2, 1]


def test_what_comes_and_goes_meanwhile_moves_nothing(articles, client, get):
    before = [item["id"] for item in get("articles/", locale="vi").json()["items"]]
    first = get("articles/", locale="vi", limit=2, cursor="").json()
    newest = add_article(articles.stream, title="Mới nhất")
    # The very item the page ended with goes, and the one before it.
    for item in first["items"]:
        ArticlePage.objects.get(pk=item["id"]).unpublish()
    rest = [pk for page in follow(client, first["meta"]["next"]) for pk in page]
    assert rest == before[2:]
    assert newest.pk not in rest


def test_equal_dates_are_told_apart(articles, client, get):
    moment = articles.articles[0].display_date - timedelta(days=3)
    for article in (*articles.articles, *articles.english):
        article.display_date = moment
        publish(article)
    pages = follow(client, "/api/v2/articles/?cursor=&limit=2")
    assert len({pk for page in pages for pk in page}) == 7


def test_any_list_says_in_a_link_header_what_follows(articles, client, get):
    response = get("articles/", limit=3, locale="vi", fields="_,title")
    assert "next" not in response.json()["meta"]
    (address,) = re.findall(r'^<(http://localhost/[^>]*)>; rel="next"$', response["Link"])
    body = client.get(address.removeprefix("http://localhost")).json()
    assert [item["title"] for item in body["items"]] == ["Bữa cơm ca", "Ánh sáng ca ba"]
    assert "next" not in body["meta"]
    assert "Link" not in get("articles/")
    assert "Link" not in get("articles/", limit=0)
    assert "Link" not in get("articles/", limit=1, order="random")


def test_a_cursor_that_is_none_or_another_orders_is_refused_by_name(articles, get):
    token = get("articles/", limit=1, cursor="").json()["meta"]["next"].partition("cursor=")[2]

    def token_of(*said):
        return base64.urlsafe_b64encode(json.dumps(said).encode()).rstrip(b"=").decode()

    name = json.loads(base64.urlsafe_b64decode(token + "=="))[1]
    wrong = ["x", "é", "====", "A" * 4000, token[:-4], token_of(), token_of(1), token_of(2, name, "2026-01-01", 1)]
    wrong += [token_of(1, name, *values) for values in (["2026-01-01T00:00:00Z"], [None, 1], [{}, 1], [["a"], "b"])]
    wrong += [token_of(1, name, "2026-01-01T00:00:00Z", value) for value in (2**70, "1", True, 1.5, None)]
    wrong += [token_of(1, name, value, 1) for value in ("2026-01-01", "0001-01-01T00:00:00+14:00", "\ud800", "\x00")]
    for cursor in wrong:
        response = get("articles/", cursor=cursor)
        assert response.status_code in (400, 414), (cursor, response.content)
        if response.status_code == 400:
            assert response.json()["parameter"] == "cursor", cursor
    assert get("articles/", cursor=token, order="title").json()["parameter"] == "cursor"
    assert get("articles/", cursor=token, offset=1).json()["parameter"] == "cursor"
    assert get("articles/", cursor="", order="random").json()["parameter"] == "cursor"
    assert get("articles/", cursor="", search="ca").json()["parameter"] == "cursor"
    assert get("articles/", cursor="", search="ca", order="title").status_code == 200


def test_a_walk_by_offset_gives_the_same_as_counting_from_the_start(articles, get, monkeypatch):
    monkeypatch.setattr(pages, "SPACING", 2)
    with transaction.atomic():
        for number in range(8):
            add_article(articles.stream, title=f"Bài {number}")
    whole = [item["id"] for item in get("articles/", limit=100).json()["items"]]
    assert len(whole) == 15

    def page(offset, limit=3):
        return [item["id"] for item in get("articles/", limit=limit, offset=offset).json()["items"]]

    for offset in (6, 9, 12, 7, 6, 14, 15, 2, 500):
        assert page(offset) == whole[offset : offset + 3], offset
        assert page(offset, limit=0) == []
    # Places are known now; a change makes them wrong, and the list says what is true after it.
    newest = add_article(articles.stream, title="Mới nhất")
    for offset in (9, 6, 12, 9):
        assert page(offset) == [newest.pk, *whole][offset : offset + 3], offset
