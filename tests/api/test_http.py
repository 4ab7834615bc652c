"""Validators, methods and headers."""

import pytest

from tests.factories import publish

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]

ADDRESSES = [
    "",
    "articles/",
    "articles/?fields=*&limit=2",
    "pages/",
    "locales/",
    "changes/",
    "openapi.json",
    "docs/",
    "docs/pull.py",
]


def test_nothing_new_costs_nothing(articles, get):
    for address in ADDRESSES:
        response = get(address)
        again = get(address, headers={"If-None-Match": response["ETag"]})
        assert (again.status_code, again.content, again["ETag"]) == (304, b"", response["ETag"]), address
        assert get(address, headers={"If-None-Match": '"another"'}).status_code == 200


def test_a_list_and_a_detail_say_when_they_last_changed(articles, get):
    for address in ("articles/", f"articles/{articles.articles[0].pk}/"):
        response = get(address)
        assert get(address, headers={"If-Modified-Since": response["Last-Modified"]}).status_code == 304
        assert get(address, headers={"If-Modified-Since": "Sat, 01 Jan 2000 00:00:00 GMT"}).status_code == 200


def test_a_change_gives_a_new_etag(articles, get):
    article = articles.articles[0]
    addresses = ["articles/", "articles/?fields=_,title", f"articles/{article.pk}/"]
    before = [get(address)["ETag"] for address in addresses]
    article.title = "Tiêu đề khác"
    publish(article)
    assert all(get(address)["ETag"] != etag for address, etag in zip(addresses, before, strict=True))


@pytest.mark.parametrize("address", [*ADDRESSES, "pages/find/?html_path=/", "nowhere/", "articles/?limit=x"])
def test_head_is_get_without_its_body(articles, client, address):
    got, head = (ask(f"/api/v2/{address}") for ask in (client.get, client.head))
    assert head.status_code == got.status_code
    assert head.content == b""
    for name in ("Content-Type", "Content-Length", "ETag", "Last-Modified", "Cache-Control", "Location"):
        assert head.get(name) == got.get(name), name


@pytest.mark.parametrize("address", ["", "articles/", "articles/1/", "articles/find/", "changes/", "openapi.json"])
@pytest.mark.parametrize("method", ["post", "put", "patch", "delete", "trace"])
def test_writing_is_refused_with_what_is_allowed(client, address, method):
    response = getattr(client, method)(f"/api/v2/{address}")
    assert (response.status_code, response["Allow"]) == (405, "GET, HEAD, OPTIONS")
    assert response["Content-Type"] == "application/problem+json"


def test_a_post_from_a_browser_is_refused_as_a_method_not_as_a_forgery(db):
    from django.test import Client

    assert Client(enforce_csrf_checks=True).post("/api/v2/articles/").status_code == 405


def test_options_says_what_is_allowed(db, client):
    response = client.options("/api/v2/articles/")
    assert (response.status_code, response["Allow"]) == (204, "GET, HEAD, OPTIONS")


@pytest.mark.parametrize(
    "address", ["", "articles/", "articles/?foo=1", "nowhere/", "docs/", "pages/find/?html_path=/"]
)
def test_any_site_may_read_and_no_cache_is_split(articles, get, address):
    response = get(address)
    assert response["Access-Control-Allow-Origin"] == "*"
    assert "Vary" not in response
    assert not response.cookies


def test_a_preflight_allows_asking_conditionally(db, client):
    response = client.options(
        "/api/v2/articles/",
        headers={
            "Origin": "https://cong-doan.example",
            "Access-Control-Request-Method": "GET",
            "Access-Control-Request-Headers": "if-none-match",
        },
    )
    assert response["Access-Control-Allow-Origin"] == "*"
    assert "if-none-match" in response["Access-Control-Allow-Headers"]


def test_browsers_ask_each_time_and_edges_may_keep_it_a_minute(articles, get):
    assert get("articles/")["Cache-Control"] == "public, max-age=0, s-maxage=60, stale-while-revalidate=30"
    assert get("articles/", foo="1")["Cache-Control"] == "no-store"


def test_the_language_of_the_content_is_told_where_it_is_one(articles, get):
    assert get(f"articles/{articles.english[0].pk}/")["Content-Language"] == "en"
    assert get("articles/", locale="vi")["Content-Language"] == "vi"
