"""One answer in its forms: each coding, HEAD, and 304 for who has it."""

import pytest

from cms.caching.policy import CACHE_CONTROL
from tests.caching.site import PAGE, Site


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
