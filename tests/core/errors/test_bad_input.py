"""Bad input gets the right status and a page in the address's language, never a 500."""

import pytest
from django.db import transaction
from django.test import Client

from tests.factories import add_article, add_stream


def publish_a_stream(site):
    stream = add_stream(site.home, title="Tin hoạt động", slug="tin-hoat-dong")
    with transaction.atomic():
        for number in range(3):
            add_article(stream, title=f"Bài {number}")
    return stream


@pytest.fixture(scope="module")
def _stream(start_from):
    return start_from(publish_a_stream)


@pytest.fixture
def stream(_stream, db):
    return _stream


@pytest.fixture
def client():
    # A view that fails must show as a 500 here, not as an exception.
    return Client(raise_request_exception=False)


@pytest.mark.parametrize("query", ["page=abc", "page=9999", "page=-1", "page=0", "page=", "page=1e3", "page=%D9%A1"])
def test_a_page_number_that_does_not_exist_is_not_found(client, stream, query):
    assert client.get(f"{stream.url}?{query}").status_code == 404


@pytest.mark.parametrize(
    "address",
    [
        "/?q=%00",
        "/%00",
        "/%00/",
        "/tin-hoat-dong/?page=%00",
        "/?q=%ff%fe",
        "/?" + "q" * 100_000,
        "/" + "a/" * 3000,
        "/tim-kiem/?q=%00",
        "/en/search/?q=%C3%28",
    ],
)
def test_what_cannot_be_meant_is_a_bad_request(client, stream, address):
    response = client.get(address)
    assert response.status_code == 400
    assert "<h1" in response.text


@pytest.mark.parametrize("address", ["/không-có/", "/%ff", "/a b", "/en/nope/", "/..%2f..%2fetc/passwd", "/<script>/"])
def test_an_address_where_nothing_is_is_not_found(client, stream, address):
    response = client.get(address, follow=True)
    assert response.status_code == 404
    assert "<script>/" not in response.text


@pytest.mark.parametrize(
    "address",
    [
        '/?query=a"',
        '/tim-kiem/?q=a"',
        "/tim-kiem/?q=a'%20OR%201=1--",
        "/tim-kiem/?q=" + "x" * 4000,
        "/tim-kiem/?q=%F0%9F%98%80",
        '/tim-kiem/?q="a" AND (b',
        "/tim-kiem/?page=99999999999999999999",
        "/en/search/?q=*",
    ],
)
def test_odd_queries_are_no_error_of_ours(client, stream, address):
    assert client.get(address).status_code in (200, 400, 404)


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
@pytest.mark.parametrize("address", ["/", "/tin-hoat-dong/", "/en/", "/tim-kiem/"])
def test_pages_only_take_reading_methods(stream, method, address):
    client = Client(enforce_csrf_checks=True, raise_request_exception=False)
    response = getattr(client, method)(address)
    assert response.status_code == 405
    assert response.headers["Allow"] in ("GET, HEAD, OPTIONS", "GET, HEAD")
    # A page that explains it, which the count inside the answer must not cut off.
    assert "<h1" in response.text
    assert int(response.headers["Content-Length"]) == len(response.content)


@pytest.mark.parametrize(
    ("address", "language"),
    [("/?q=%00", "vi"), ("/en/?q=%00", "en"), ("/khong-co/", "vi"), ("/en/nope/", "en")],
)
def test_an_error_speaks_the_language_of_its_address(client, stream, address, language):
    response = client.get(address)
    assert response.headers["Content-Language"] == language
    assert f'<html lang="{language}"' in response.text


def test_a_refused_method_explains_itself_in_the_language_of_the_address(client, stream):
    response = client.post("/en/")
    assert "This page can only be read" in response.text
    assert response.headers["Content-Type"] == "text/html; charset=utf-8"


def test_an_unknown_host_is_refused_without_the_frame(client, stream):
    response = client.get("/", headers={"host": "elsewhere.example"})
    assert response.status_code == 400
    assert "<h1" in response.text


def test_a_broken_frame_still_gives_a_page(client, stream, monkeypatch):
    def broken(request):
        raise RuntimeError("no menu today")

    monkeypatch.setattr("home.context_processors.Frame", broken)
    response = client.get("/khong-co-trang-nay/")
    assert response.status_code == 404
    assert "<h1" in response.text
