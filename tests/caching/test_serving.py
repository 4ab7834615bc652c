"""Through real worker processes: what is published shows in all of them within a second, and nobody's own is kept."""

import json
import time

import pytest
from django.conf import settings

from tests.caching.served import Editor, ServedSite, ask

pytestmark = pytest.mark.trial

ARTICLE, LIST, API = "/tin-tuc/bai-thu/", "/tin-tuc/", "/api/v2/articles/?locale=vi"


@pytest.fixture(scope="module")
def site(tmp_path_factory, django_db_setup):
    if settings.DATABASES["default"]["ENGINE"] != "cms.delivery.databases.sqlite3":
        pytest.skip("the embedded database runs in the SQLite half")
    site = ServedSite(tmp_path_factory.mktemp("served"))
    yield site
    site.stop()


@pytest.fixture(scope="module")
def editor(site):
    return Editor(site)


@pytest.fixture(scope="module")
def pk(site):
    items = site.get(f"{API}&fields=id,title").text
    return next(item["id"] for item in json.loads(items)["items"] if item["title"] == "Bài thử")


def answers(site, address, count=24):
    """Answers over many connections, so that each process has some."""
    return [site.get(address) for _ in range(count)]


def test_a_withdrawal_and_a_publication_show_everywhere_within_a_second(site, editor, pk):
    for address in (ARTICLE, LIST, API, "/"):
        answers(site, address)
    for change, status, is_listed in ((editor.unpublish, 410, False), (editor.publish, 200, True)):
        change(pk)
        time.sleep(1.0)
        assert {got.status for got in answers(site, ARTICLE)} == {status}
        for address in (LIST, API):
            assert {"Bài thử" in got.text for got in answers(site, address)} == {is_listed}


def test_an_editor_never_gets_nor_leaves_a_kept_page(site, editor):
    anonymous = site.get(ARTICLE)
    own = editor.get(ARTICLE)
    assert "private" in own.headers["Cache-Control"]
    assert "Cache-Tag" not in own.headers
    for got in answers(site, ARTICLE):
        assert got.headers["Cache-Control"] == anonymous.headers["Cache-Control"]
        assert got.body == anonymous.body
    assert "private" in editor.get(ARTICLE).headers["Cache-Control"]


@pytest.mark.parametrize("address", ["/", ARTICLE, LIST, "/en/", API, "/api/v2/changes/", "/nothing/", "/api/v2/x/"])
@pytest.mark.parametrize("coding", ["", "gzip", "br"])
def test_head_equals_get_and_validators_hold(site, address, coding):
    for _attempt in range(5):
        got = site.get(address, Accept_Encoding=coding)
        head = ask(site.port, address, "HEAD", Accept_Encoding=coding)
        # The publications of the tests before have consequences, which may come between the two.
        if site.get(address, Accept_Encoding=coding).headers["Last-Modified"] == got.headers["Last-Modified"]:
            break
        time.sleep(1)
    of_the_answer = {"date", "x-request-id"}
    lasting = [
        [(name, value) for name, value in one.headers.items() if name.lower() not in of_the_answer]
        for one in (got, head)
    ]
    assert head.body == b"" and lasting[0] == lasting[1]
    if got.status == 200:
        assert got.headers["Last-Modified"]
        assert site.get(address, Accept_Encoding=coding, If_None_Match=got.headers["ETag"]).status == 304
        assert got.headers["Vary"] == "Accept-Encoding"
        assert (got.headers["Content-Encoding"] or "") == coding


def test_cookies_and_languages_of_others_change_nothing(site):
    plain = site.get(ARTICLE)
    other = site.get(ARTICLE, Cookie="django_language=en; theme=dark", Accept_Language="en")
    assert other.body == plain.body
    assert other.headers["ETag"] == plain.headers["ETag"]


def test_a_private_page_is_not_kept(site, editor, pk):
    password = "chi-nguoi-quen"
    editor.post(f"/admin/pages/{pk}/privacy/", restriction_type="password", password=password)
    time.sleep(1.0)
    try:
        for got in answers(site, ARTICLE, 6):
            assert "gate__form" in got.text
            assert "private" in got.headers["Cache-Control"] and "Cache-Tag" not in got.headers
        assert "Bài thử" not in site.get(API).text
    finally:
        editor.post(f"/admin/pages/{pk}/privacy/", restriction_type="none")
        # The next test finds it open in every process.
        time.sleep(1.0)


def test_a_draft_is_seen_in_the_preview_alone(site, editor, pk):
    assert editor.get(f"/admin/pages/{pk}/view_draft/").status == 200
    got = site.get(f"/admin/pages/{pk}/view_draft/")
    assert got.status == 302
    assert "no-store" in got.headers["Cache-Control"]
