"""Every answer says what browsers may do with it: pages, data, files, errors, and those Django does not make."""

import re
from types import SimpleNamespace

import pytest
from django.core.handlers.wsgi import WSGIHandler
from django.core.signals import request_finished, request_started
from django.test import override_settings

from cms.caching.layer import ResponseCache
from cms.caching.limits import Limits
from cms.caching.memory import Memory
from cms.core.headers import policies
from cms.statistics.layer import CountingLayer
from tests.caching.site import Site, Watch
from tests.core.headers.observatory import A_PLUS, directives, score
from tests.factories import add_article, add_stream

IN_PRODUCTION = {
    "SECURE_HSTS_SECONDS": 63_072_000,
    "SECURE_PROXY_SSL_HEADER": ("HTTP_X_FORWARDED_PROTO", "https"),
    "SESSION_COOKIE_SECURE": True,
    "CSRF_COOKIE_SECURE": True,
    "ALLOWED_HOSTS": ["localhost"],
}
PAGES = {
    **{"/": 200, "/en/": 200, "/tin-hoat-dong/": 200, "/tin-hoat-dong/tin/": 200, "/khong-co/": 404, "/en/none/": 404},
    **{"/tim-kiem/?q=tin": 200, "/api/v2/docs/": 200, "/?page=%00": 400, "/documents/1/a.pdf": 404, "/tracking/": 404},
}
ADMIN = {"/admin/": 302, "/admin/login/": 200, "/admin/nothing/": 302, "/admin/sprite/": 200}
DATA = {
    **{"/api/v2/": 200, "/api/v2/articles/": 200, "/api/v2/nothing/": 404, "/api/v2/articles/?limit=x": 400},
    **{"/oembed/?url=x": 400, "/sitemap.xml": 200, "/robots.txt": 200, "/healthz": 200, "/thong-ke/dem.gif?p=/": 200},
    **{"/thong-ke/dem": 405},
}
# What says that there is nothing is a page.
FILES = {"/uploads/images/none.jpg": 404, "/static/none.css": 404}
ON_ALL = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Strict-Transport-Security": "max-age=63072000",
}


@pytest.fixture
def served(site, monkeypatch):
    """The whole stack of WSGI layers, as in production behind a proxy that speaks HTTPS."""
    add_article(add_stream(site.home), title="Tin", slug="tin")
    policies.policy_of.cache_clear()
    # As Django's own test client: the test's transaction is on this connection.
    monkeypatch.setattr(request_started, "send", lambda **_environ: None)
    monkeypatch.setattr(request_finished, "send", lambda **_environ: None)
    with override_settings(**IN_PRODUCTION):
        served = Site()
        recorder = SimpleNamespace(record=lambda view: None, tally=lambda *subject: None)
        served.layer = CountingLayer(ResponseCache(WSGIHandler(), Watch(), memory=Memory(10_000_000)), recorder)
        yield served


def ask(served, address, **headers):
    return served.get(address, x_forwarded_proto="https", **headers)


def test_every_answer_carries_its_headers(served):
    expected = {
        **dict.fromkeys(PAGES, ("same-origin", "script-src 'self';")),
        **dict.fromkeys(ADMIN, ("same-origin", "style-src 'self' 'unsafe-inline'")),
        **dict.fromkeys(DATA, ("cross-origin", "default-src 'none'")),
        **dict.fromkeys(FILES, ("cross-origin", "script-src 'self';")),
    }
    for address, status in {**PAGES, **ADMIN, **DATA, **FILES}.items():
        # The second is answered from memory, where it may be kept.
        for _time in range(2):
            got = ask(served, address)
            assert got.status == status, address
            resource_policy, in_policy = expected[address]
            assert got.headers["Cross-Origin-Resource-Policy"] == resource_policy, address
            assert in_policy in got.headers["Content-Security-Policy"], address
            assert "camera=()" in got.headers["Permissions-Policy"], address
            assert {name: got.headers.get(name) for name in ON_ALL} == ON_ALL, address
            assert "'unsafe-inline'" not in directives(got.headers["Content-Security-Policy"]).get("script-src", [])
    assert ask(served, "/", if_none_match=ask(served, "/").headers["ETag"]).headers["Permissions-Policy"]


def test_a_refusal_and_a_failure_carry_them_too(served, monkeypatch):
    with monkeypatch.context() as patch:
        patch.setattr("cms.core.errors.pages.render_to_string", None)
        failed = ask(served, "/khong-co/")
    assert failed.status == 500
    served.layer = ResponseCache(WSGIHandler(), Watch(), limits=Limits(1, []))
    monkeypatch.setattr(Limits, "seconds_to_wait", lambda self, environ: 9)
    refused, without_page = ask(served, "/"), ask(served, "/api/v2/articles/")
    assert (refused.status, without_page.status) == (429, 429)
    for got in (failed, refused, without_page):
        assert {name: got.headers.get(name) for name in ON_ALL} == ON_ALL
        assert "default-src 'none'" in got.headers["Content-Security-Policy"]
    assert "script-src 'self'" in failed.headers["Content-Security-Policy"]


def test_pages_score_an_a_plus_and_the_admin_is_as_tight_as_it_may_be(served, client):
    for address in ("/", "/en/", "/tin-hoat-dong/tin/", "/khong-co/"):
        got = ask(served, address)
        cookies = [value for name, value in got.headers.items() if name == "Set-Cookie"]
        assert score(got.headers, got.text.decode(), cookies) == 130 >= A_PLUS
        # What only a policy with 'unsafe-inline' would let run or apply is nowhere; data blocks are not run.
        html = got.text.decode()
        assert not re.search(r"<style|\sstyle=|\son[a-z]+=|javascript:", html)
        assert not re.search(r"<script(?![^>]*\bsrc=)(?![^>]*application/ld\+json)", html)
    login = ask(served, "/admin/login/")
    cookies = [value for name, value in login.headers.items() if name == "Set-Cookie"]
    assert score(login.headers, login.text.decode(), cookies) >= A_PLUS


def test_scripts_of_the_admin_have_the_nonce_of_their_session_and_nobody_elses(admin_client, site):
    article = add_article(add_stream(site.home))
    editor = admin_client.get(f"/admin/pages/{article.pk}/edit/")
    nonce = re.search(r"'nonce-([0-9a-f]{32})'", editor["Content-Security-Policy"])[1]
    scripts = re.findall(r"<script(?![^>]*\bsrc=)(?![^>]*application/)[^>]*>", editor.content.decode())
    assert scripts and set(scripts) == {f'<script nonce="{nonce}">'}
    # The same for what a dialogue loads into the page, not the same for the next session.
    assert nonce in admin_client.get("/admin/images/chooser/")["Content-Security-Policy"]
    admin_client.logout()
    assert "nonce" not in admin_client.get("/admin/login/")["Content-Security-Policy"]
