"""The layer: what is kept, for whom, how long, and in which form it is sent."""

import time

import pytest
from django.http import FileResponse, HttpResponse, HttpResponsePermanentRedirect, JsonResponse

from cms.caching.policy import CACHE_CONTROL, SHORT_CACHE_CONTROL
from cms.caching.validators import ETAG_ALONE
from tests.caching.site import PAGE, Site


def with_headers(response, **headers):
    for name, value in headers.items():
        response[name.replace("_", "-")] = value
    return response


def test_a_page_is_built_once():
    site = Site()
    first, second = site.get(), site.get()
    assert site.built == 1
    assert first == second
    assert first.body == PAGE
    assert first.headers["Cache-Control"] == CACHE_CONTROL


@pytest.mark.parametrize("max_bytes", [10_000_000, 0])
def test_a_view_can_say_that_its_date_is_too_coarse(max_bytes):
    headers = {"Cache-Control": CACHE_CONTROL, ETAG_ALONE: "1"}
    site = Site(lambda environ: HttpResponse(PAGE, headers=headers), max_bytes=max_bytes)
    got = site.get()
    for _ in range(2):
        assert site.get(if_modified_since=got.headers["Last-Modified"]).status == 200
        assert site.get(if_none_match=got.headers["ETag"]).status == 304
    assert ETAG_ALONE not in got.headers


def test_a_new_number_ends_what_was_kept():
    site = Site()
    site.get()
    site.watch.value = 2
    site.get()
    assert site.built == 2


def test_a_moment_at_which_something_changes_by_itself_ends_it_too():
    site = Site()
    site.watch.due_at = time.time() + 0.2
    site.get()
    site.get()
    assert site.built == 1
    time.sleep(0.25)
    site.get()
    assert site.built == 2


def test_without_numbers_django_answers():
    site = Site()
    site.watch.value = None
    assert site.get().body == site.get().body == PAGE
    assert site.built == 2


def test_switched_off_it_still_compresses_and_validates():
    site = Site(max_bytes=0)
    first, second = site.get(accept_encoding="br"), site.get(accept_encoding="br")
    assert site.built == 2
    assert first == second
    assert first.text == PAGE and first.headers["Content-Encoding"] == "br"


def test_a_session_never_gets_nor_leaves_a_kept_page():
    site = Site(lambda environ: HttpResponse(PAGE + environ.get("HTTP_COOKIE", "nobody").encode()))
    editor = {"cookie": "sessionid=secret", "accept_encoding": "gzip"}
    assert b"secret" in site.get(**editor).text
    assert b"nobody" in site.get().body
    assert b"secret" in site.get(**editor).text
    assert b"nobody" in site.get().body
    assert site.built == 3
    assert site.get(**editor).headers["Cache-Control"] == "private, no-cache"


def test_what_a_session_varies_by_stays_said():
    site = Site(lambda environ: with_headers(HttpResponse(PAGE), Vary="Cookie, Accept-Language"))
    assert site.get(cookie="sessionid=x").headers["Vary"] == "Cookie, Accept-Language, Accept-Encoding"
    assert site.get().headers["Vary"] == "Accept-Encoding"


def test_other_cookies_and_languages_are_not_even_seen():
    site = Site(lambda environ: HttpResponse(PAGE + str(sorted(environ)).encode()))
    seen = site.get(cookie="django_language=en; theme=dark", accept_language="en", referer="x", origin="y")
    assert site.get() == seen
    assert not {"HTTP_COOKIE", "HTTP_ACCEPT_LANGUAGE", "HTTP_ORIGIN"} & set(site.application.asked[0])


def test_a_forms_own_cookie_reaches_it():
    site = Site()
    site.get(cookie="theme=dark; csrftoken=abc; x=y")
    assert site.application.asked[0]["HTTP_COOKIE"] == "csrftoken=abc"


def cookie_setting(_environ):
    response = HttpResponse(PAGE)
    response.set_cookie("csrftoken", "abc")
    return response


@pytest.mark.parametrize(
    "make",
    [
        cookie_setting,
        lambda environ: with_headers(HttpResponse(PAGE), Cache_Control="private"),
        lambda environ: with_headers(HttpResponse(PAGE), Cache_Control="public, no-store"),
        lambda environ: with_headers(HttpResponse(PAGE), Cache_Control="max-age=0, no-cache"),
        lambda environ: HttpResponse(PAGE + b'<form class="a" method="post">'),
        lambda environ: HttpResponse(PAGE + b"<FORM METHOD = POST>"),
        lambda environ: HttpResponse(PAGE, status=500),
        lambda environ: HttpResponse(PAGE, status=403),
        lambda environ: HttpResponse(PAGE, status=302),
        lambda environ: JsonResponse({"counter": 1}),
        lambda environ: with_headers(JsonResponse({"counter": 1}), Cache_Control="public, max-age=0"),
    ],
)
def test_what_is_not_for_everyone_is_not_kept(make):
    site = Site(make)
    first = site.get(accept_encoding="gzip")
    site.get(accept_encoding="gzip")
    assert site.built == 2
    assert "s-maxage" not in first.headers.get("Cache-Control", "")
    assert "Cache-Tag" not in first.headers or "public" in first.headers["Cache-Control"]


@pytest.mark.parametrize(
    ("make", "status"),
    [
        (lambda environ: HttpResponse(PAGE, status=404), 404),
        (lambda environ: HttpResponse(PAGE, status=410), 410),
        (lambda environ: HttpResponsePermanentRedirect("/elsewhere/"), 301),
    ],
)
def test_missing_and_moved_are_kept_shortly(make, status):
    site = Site(make)
    first, second = site.get(), site.get()
    assert site.built == 1
    assert first == second
    assert first.status == status
    assert first.headers["Cache-Control"] == SHORT_CACHE_CONTROL
    assert "ETag" not in first.headers
    assert site.get(if_none_match="*").status == status


def test_a_key_gets_its_own_answer_that_nobody_else_may_keep():
    site = Site(lambda environ: with_headers(JsonResponse({"a": "b" * 500}), Cache_Control=CACHE_CONTROL, ETag='"e"'))
    got = site.get(authorization="Bearer x", accept_encoding="br")
    site.get(authorization="Bearer x")
    assert site.built == 2
    assert got.headers["Cache-Control"] == "private, no-cache"
    assert got.headers["ETag"] == '"e-br"'
    assert site.get(authorization="Bearer x", accept_encoding="br", if_none_match='"e-br"').status == 304


def test_an_endpoint_says_itself_how_long_it_may_be_kept():
    site = Site(lambda environ: with_headers(JsonResponse({"a": 1}), Cache_Control="public, max-age=1"))
    site.get()
    site.get()
    assert site.built == 1
    time.sleep(1.1)
    site.get()
    assert site.built == 2


def test_writing_files_and_probes_pass_by():
    site = Site(lambda environ: HttpResponse(PAGE))
    for address in ("/static/a.css", "/uploads/b.jpg", "/documents/1/c.pdf", "/healthz"):
        got = site.get(address, accept_encoding="gzip", if_none_match='"x"')
        assert got.body == PAGE
        assert site.application.asked[-1]["HTTP_IF_NONE_MATCH"] == '"x"'
    site.get("/", method="POST")
    assert site.application.asked[-1]["REQUEST_METHOD"] == "POST"


def test_ranges_get_the_whole_as_it_is():
    site = Site()
    got = site.get(range="bytes=0-9", accept_encoding="gzip")
    assert got.body == PAGE
    assert site.application.asked[0]["HTTP_RANGE"] == "bytes=0-9"


def test_streams_are_left_to_the_server(tmp_path):
    path = tmp_path / "a.html"
    path.write_bytes(PAGE)
    site = Site(lambda environ: FileResponse(path.open("rb")))
    assert site.get(accept_encoding="gzip").body == PAGE
    assert site.get(method="HEAD").body == b""
    assert site.built == 2


def test_conditions_for_writing_reach_django_without_our_codings():
    site = Site()
    site.get(if_match='"abc-br"')
    assert site.application.asked[0]["HTTP_IF_MATCH"] == '"abc"'


def test_errors_in_the_layer_do_not_break_an_answer(monkeypatch):
    site = Site()

    def fail(*_arguments, **_named):
        raise RuntimeError

    monkeypatch.setattr("cms.caching.building.finish", fail)
    assert site.get().body == PAGE
    monkeypatch.setattr(site.layer.memory, "get", fail)
    assert site.get().body == PAGE
    monkeypatch.setattr(site.layer.watch, "numbers", fail)
    assert site.get().body == PAGE


def test_private_answers_have_lengths_of_chance_and_no_brotli():
    site = Site(lambda environ: HttpResponse(PAGE))
    found = [site.get(cookie="sessionid=x", accept_encoding="gzip, br") for _ in range(12)]
    assert {got.headers["Content-Encoding"] for got in found} == {"gzip"}
    assert {got.text for got in found} == {PAGE}
    assert len({len(got.body) for got in found}) > 1
