"""The bench measures what it says it measures."""

import json

import pytest
from django.db import transaction
from django.test import override_settings

from articles.models import ArticlePage
from cms.operations.bench import measuring
from cms.operations.bench.addresses import pairs
from cms.operations.bench.growth import Growth
from cms.operations.bench.measuring import Answer, ask, measure_in_turns
from cms.operations.bench.publishing import publish_milliseconds
from tests.factories import add_article, add_stream, make_image


@pytest.fixture
def stock_api(site, settings):
    from cms.operations.bench.stock import expose_fields

    stream = add_stream(site.home)
    with transaction.atomic():
        for number in range(3):
            add_article(stream, title=f"Bài {number}", cover=make_image(), cover_alt_text="Một bức tranh")
    expose_fields()
    with override_settings(ROOT_URLCONF="cms.operations.bench.stock"):
        yield
    del ArticlePage.api_fields


def test_both_sides_answer_with_the_same_articles(stock_api, client):
    ours = client.get("/api/v2/articles/?limit=20").json()
    stock = client.get("/stock/api/v2/articles/?limit=20&locale=vi").json()
    assert ours["meta"]["total_count"] == stock["meta"]["total_count"] == 3
    assert {item["title"] for item in ours["items"]} == {item["title"] for item in stock["items"]}
    assert stock["items"][0]["cover_wide"]["url"]


def test_requests_are_asked_in_turns_and_timed(monkeypatch):
    asked = []

    def application(environ, start_response):
        asked.append(environ["PATH_INFO"])
        start_response("200 OK", [])
        return [b"answer"]

    monkeypatch.setattr(measuring, "SECONDS_IN_A_ROW", 0)
    measured = measure_in_turns(application, [("/a?x=1",), ("/b", "/c")], "localhost", rounds=3)
    assert asked == [*["/a"] * 10, *["/b", "/c"] * 5] * 4
    assert [(one.addresses[0], one.status, one.size) for one in measured] == [("/a?x=1", 200, 6), ("/b", 200, 6)]
    assert all(one.milliseconds >= 0 for one in measured)


def test_every_pair_answers_and_the_cursor_leads_into_the_list(stock_api, site, client):
    with transaction.atomic():
        for number in range(20):
            add_article(ArticlePage.objects.first().get_parent(), title=f"Thêm {number}")
    asked = pairs(lambda *_args: None, "localhost", ask=lambda _app, address, _host: _answer_of(client, address))
    for pair in asked:
        for address in (*pair.ours[:2], *pair.stock[:2]):
            assert client.get(address).status_code == 200, address
    [cursor] = next(pair.ours for pair in asked if pair.name == "deep page by cursor")
    assert client.get(cursor).json()["items"]


def _answer_of(client, address):
    response = client.get(address)
    return Answer(response.status_code, dict(response.headers), response.content)


def test_a_publish_is_timed_and_leaves_the_title(site):
    article = add_article(add_stream(site.home), title="Tên bài")
    assert publish_milliseconds(times=2) > 0
    article.refresh_from_db()
    assert article.title == "Tên bài"


def test_growth_is_told_from_the_fewest_articles_measured(settings, tmp_path, db):
    settings.DATA_DIR = tmp_path
    first = Growth()
    first.keep(1000, {"list": 2.0})
    assert first.ratio(1000, "list") is None
    later = Growth()
    later.keep(5000, {"list": 3.0, "new": 1.0})
    assert later.ratio(5000, "list") == (1000, 1.5)
    assert later.ratio(5000, "new") is None


def test_the_query_reaches_the_application():
    def application(environ, start_response):
        start_response("404 Not Found", [])
        return [json.dumps([environ["QUERY_STRING"], environ["HTTP_HOST"]]).encode()]

    assert ask(application, "/a?b=%C3%A0", "example.vn") == Answer(404, {}, b'["b=%C3%A0", "example.vn"]')
