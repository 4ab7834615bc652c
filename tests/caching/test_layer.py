"""The layer: what is kept, for whom, how long, and in which form it is sent."""

import threading
import time

import pytest
from django.http import FileResponse, HttpResponse, HttpResponsePermanentRedirect, JsonResponse

from cms.caching import flights
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


def test_every_coding_is_the_same_text_under_a_tag_of_its_own():
    site = Site()
    plain, gzipped, brotlied = site.get(), site.get(accept_encoding="gzip"), site.get(accept_encoding="gzip, br")
    assert site.built == 1
    assert [got.headers.get("Content-Encoding") for got in (plain, gzipped, brotlied)] == [None, "gzip", "br"]
    assert {got.text for got in (plain, gzipped, brotlied)} == {PAGE}
    assert len({got.headers["ETag"] for got in (plain, gzipped, brotlied)}) == 3
    assert all(got.headers["Vary"] == "Accept-Encoding" for got in (plain, gzipped, brotlied))
    assert all(got.headers["Content-Length"] == str(len(got.body)) for got in (plain, gzipped, brotlied))
    assert len(brotlied.body) < len(PAGE) / 5


@pytest.mark.parametrize("max_bytes", [10_000_000, 0])
@pytest.mark.parametrize("accept_encoding", ["", "gzip", "br"])
def test_head_is_get_without_its_body(max_bytes, accept_encoding):
    site = Site(max_bytes=max_bytes)
    head = site.get(method="HEAD", accept_encoding=accept_encoding)
    got = site.get(accept_encoding=accept_encoding)
    assert (head.status, head.headers, head.body) == (got.status, got.headers, b"")
    assert site.get(method="HEAD", accept_encoding=accept_encoding).headers == got.headers


@pytest.mark.parametrize("max_bytes", [10_000_000, 0])
def test_who_has_it_is_told_so(max_bytes):
    site = Site(max_bytes=max_bytes)
    got = site.get(accept_encoding="gzip")
    for _ in range(2):
        again = site.get(accept_encoding="gzip", if_none_match=got.headers["ETag"])
        assert (again.status, again.body) == (304, b"")
        assert again.headers["ETag"] == got.headers["ETag"]
        assert again.headers["Cache-Control"] == CACHE_CONTROL
        assert again.headers["Vary"] == "Accept-Encoding"
        assert "Content-Length" not in again.headers and "Content-Type" not in again.headers
    assert site.get(accept_encoding="br", if_none_match=got.headers["ETag"]).status == 200
    assert site.get(if_modified_since=got.headers["Last-Modified"]).status == 304
    assert site.get(if_modified_since="Thu, 01 Jan 2026 00:00:00 GMT").status == 200
    assert site.get(if_none_match="*", method="HEAD").status == 304


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


class Slow:
    """An application that answers when it is told to."""

    def __init__(self, response=lambda: HttpResponse(PAGE)):
        self.response = response
        self.go, self.started = threading.Event(), threading.Semaphore(0)

    def __call__(self, environ):
        self.started.release()
        self.go.wait(10)
        return self.response()


def ask_together(site, count):
    found = []
    threads = [threading.Thread(target=lambda: found.append(site.get())) for _ in range(count)]
    for thread in threads:
        thread.start()
    return threads, found


def test_one_builds_while_others_wait():
    slow = Slow()
    site = Site(slow)
    threads, found = ask_together(site, 6)
    assert slow.started.acquire(timeout=5)
    slow.go.set()
    for thread in threads:
        thread.join(5)
    assert site.built == 1
    assert len(found) == 6 and {got.body for got in found} == {PAGE}


def test_who_waits_too_long_builds_too(monkeypatch):
    monkeypatch.setattr(flights, "WAIT_SECONDS", 0.05)
    slow = Slow()
    site = Site(slow)
    threads, found = ask_together(site, 2)
    assert slow.started.acquire(timeout=5) and slow.started.acquire(timeout=5)
    slow.go.set()
    for thread in threads:
        thread.join(5)
    assert len(found) == 2


def test_nobody_waits_where_nothing_is_kept():
    slow = Slow(lambda: HttpResponse(PAGE, status=403))
    slow.go.set()
    site = Site(slow)
    site.get()
    slow.go.clear()
    slow.started = threading.Semaphore(0)
    threads, found = ask_together(site, 3)
    # All three are in the application at the same time.
    assert all(slow.started.acquire(timeout=5) for _ in range(3))
    slow.go.set()
    for thread in threads:
        thread.join(5)
    assert len(found) == 3


def test_a_builder_that_fails_lets_the_others_build():
    def explode(environ):
        raise RuntimeError("no answer")

    site = Site(explode)
    with pytest.raises(RuntimeError):
        site.get()
    with pytest.raises(RuntimeError):
        site.get()
    assert site.layer.flights._flights == {}


def test_private_answers_have_lengths_of_chance_and_no_brotli():
    site = Site(lambda environ: HttpResponse(PAGE))
    found = [site.get(cookie="sessionid=x", accept_encoding="gzip, br") for _ in range(12)]
    assert {got.headers["Content-Encoding"] for got in found} == {"gzip"}
    assert {got.text for got in found} == {PAGE}
    assert len({len(got.body) for got in found}) > 1
