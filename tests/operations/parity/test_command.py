"""The command: one line for each difference, exit code 1; what it is asked for is checked first."""

import http.server
import threading
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from cms.operations.parity.asking import Answer, Asker, OverHttp
from cms.wsgi import django_application
from tests.delivery.rows import row_of


@pytest.fixture(autouse=True)
def _without_the_cache(monkeypatch):
    """It would end the test's transaction before it reads its numbers; tests/live asks through it."""
    monkeypatch.setattr("cms.wsgi.application", django_application)


def run(**options) -> str:
    out = StringIO()
    call_command("check_parity", stdout=out, fast=True, **options)
    return out.getvalue()


def test_where_nothing_differs_it_says_so(site):
    assert "0 different" in run(type=["articles.LawDocumentPage"])


def test_it_fails_and_says_what_differs(site):
    law = site.items["law-documents"]["en"]
    row_of(law).delete()
    out = StringIO()
    with pytest.raises(CommandError, match="3 difference"):
        call_command("check_parity", stdout=out, fast=True, type=["articles.LawDocumentPage"])
    line = f"articles.LawDocumentPage {law.pk} (en /en/law/labour-code/): presence: database says “published”; API says"
    assert line in out.getvalue()


def test_a_limit_is_kept_for_each_type(site):
    assert "items: 1 of 1" in run(type=["articles.ArticlePage"], limit=1)


def test_an_unknown_type_is_refused(site):
    with pytest.raises(CommandError, match=r"articles\.Nothing is not delivered"):
        run(type=["articles.Nothing"])


def test_a_running_server_is_asked_under_its_own_address():
    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            self.send_response(200)
            self.end_headers()
            self.wfile.write(self.path.encode())

        def log_message(self, *args):
            pass

    with http.server.HTTPServer(("127.0.0.1", 0), Handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        asker = OverHttp(f"http://127.0.0.1:{server.server_port}", "https://www.example.vn")
        assert asker.get("https://www.example.vn/tin/?page=2").text == "/tin/?page=2"
        assert asker.get("/en/").text == "/en/"
        server.shutdown()


def test_a_server_that_limits_readers_is_given_time(monkeypatch):
    waited = []
    monkeypatch.setattr("cms.operations.parity.asking.time.sleep", waited.append)

    class Limited(Asker):
        answers = iter([Answer(429, {"retry-after": "7"}, b""), Answer(200, {}, b"now")])

        def ask(self, path, query):
            return next(self.answers)

    assert Limited("http://localhost").get("/").text == "now"
    assert waited == [7]
