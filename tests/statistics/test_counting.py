"""A view is counted once, where it belongs, and only if it is one."""

import secrets

import pytest

from cms.caching.models import SiteVersion
from cms.delivery.models import DeliverySequence
from cms.statistics import forgetting, referrers
from cms.statistics.beacon import minute_of
from cms.statistics.counter import read
from cms.statistics.layer import BEACON_PATH, PICTURE_PATH
from cms.statistics.models import DayCount, MinuteCount, SeenView, Subject
from tests.factories import add_article, add_stream
from tests.statistics.counted import Counted


def counts(subject) -> dict:
    return {(row.key, row.locale): row.count for row in DayCount.objects.filter(subject=subject)}


@pytest.fixture
def stream(site):
    return add_stream(site.home, title="Tin hoạt động", slug="tin")


def test_a_view_is_counted_for_its_page_section_language_and_referrer(counted, stream):
    article = add_article(stream, title="Tết sum vầy", slug="tet")
    for path in ("/tin/tet/", "/tin/tet", "/tin/", "/"):
        assert counted.view(path, **{"from": "www.Bao.vn:8080"}).status == 204
    assert counted.view("/en/").status == 204
    assert counted.view("/tim-kiem/", q="1").status == 204
    assert counted.view("/tin/", q="1").status == 204
    counted.flush()
    assert counts(Subject.PAGE) == {
        ("/tin/tet/", "vi"): 2,
        ("/tin/", "vi"): 2,
        ("/", "vi"): 1,
        ("/tim-kiem/", "vi"): 1,
        ("/en/", "en"): 1,
    }
    assert counts(Subject.SECTION) == {(str(stream.translation_key), "vi"): 4}
    assert article.get_parent().pk == stream.pk
    assert counts(Subject.VIEWS) == {("", "vi"): 6, ("", "en"): 1}
    assert counts(Subject.SEARCH) == {("", "vi"): 1}
    assert counts(Subject.REFERRER) == {("bao.vn", ""): 4}
    visits = read()
    assert (visits.online, visits.today, visits.month, visits.total) == (7, 7, 7, 7)


def test_a_replay_counts_once_whichever_process_hears_it(counted, site, tmp_path):
    other = Counted.around(tmp_path)
    identity = secrets.token_hex(16)
    for process in (counted, other, counted):
        assert process.view("/", identity).status == 204
        process.flush()
    assert counts(Subject.VIEWS) == {("", "vi"): 1}
    forgetting.forget((minute_of() + 10) * 60)
    assert SeenView.objects.count() == 1
    forgetting.forget((minute_of() + 12) * 60)
    assert not SeenView.objects.exists()
    forgetting.forget((minute_of() + 62) * 60)
    assert not MinuteCount.objects.exists()
    assert counts(Subject.VIEWS) == {("", "vi"): 1}


def test_what_is_no_page_and_whoever_is_no_person_is_not_counted(counted, stream):
    stream.live = False
    stream.save()
    for path in ("/tin/", "/khong-co/", "/admin/", "/en/khong-co/", "/api/v2/"):
        assert counted.view(path).status == 204
    for program in ("", "Mozilla/5.0 (compatible; Googlebot/2.1)", "curl/8.5", "Mozilla/5.0 HeadlessChrome/130.0"):
        assert counted.view("/", headers={"USER_AGENT": program}).status == 204
        assert counted.see_picture("/", USER_AGENT=program).status == 200
    assert counted.see_picture("/", SEC_PURPOSE="prefetch;prerender").status == 200
    assert counted.ask(PICTURE_PATH, "HEAD", query="p=/").body == b""
    counted.flush()
    assert not DayCount.objects.exists()


def test_without_scripts_a_picture_counts(counted, site):
    answer = counted.see_picture("/")
    assert (answer.status, answer.headers["Content-Type"], answer.body[:6]) == (200, "image/gif", b"GIF89a")
    assert answer.headers["Cache-Control"] == "no-store"
    counted.flush()
    assert counts(Subject.VIEWS) == {("", "vi"): 1}


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"\xff\x00",
        b"id=x&path=/",
        b"path=/&id=" + b"A" * 32,
        b"id=" + b"a" * 32,
        b"id=" + b"a" * 32 + b"&path=tin",
        b"id=" + b"a" * 32 + b"&path=/%00",
        b"id=" + b"a" * 32 + b"&path=/%ff",
        b"id=" + b"a" * 32 + b"&path=/" + b"x" * 300,
        b"id=" + b"a" * 32 + b"&path=/&from=https://a.vn/b",
        b"id=" + b"a" * 32 + b"&path=/&address=1",
        b"id=" + b"a" * 32 + b"&path=/&path=/en/",
        b"x" * 5000,
    ],
)
def test_a_forged_beacon_is_refused(counted, body):
    assert counted.ask(BEACON_PATH, "POST", body, ORIGIN="http://localhost").status == 400
    counted.flush()
    assert not DayCount.objects.exists()


def test_a_beacon_from_elsewhere_or_of_another_method_is_refused_in_its_language(counted):
    assert counted.view(headers={"ORIGIN": "https://elsewhere.vn"}).status == 403
    assert counted.view(headers={"ORIGIN": "null"}).status == 403
    assert counted.see_picture("/", SEC_FETCH_SITE="cross-site").status == 403
    got = counted.ask(BEACON_PATH)
    assert (got.status, got.headers["Allow"]) == (405, "POST")
    assert counted.ask(PICTURE_PATH, query="p=x&p=y").status == 400
    english = counted.ask(BEACON_PATH, REFERER="http://localhost/en/").body.decode()
    assert english == "This address only counts visits."


def test_one_address_counts_so_often_and_no_more(db, tmp_path):
    class Limits:
        def seconds_to_wait(self, environ):
            return 7

    got = Counted.around(tmp_path, Limits()).view("/")
    assert (got.status, got.headers["Retry-After"]) == (429, "7")


def test_downloads_and_uses_of_the_api_are_counted_as_they_pass(counted):
    assert counted.ask("/api/v2/articles/").body == b"told"
    counted.ask("/api/v2/articles/7/")
    counted.ask("/api/v2/")
    counted.ask("/documents/3/luat.pdf")
    counted.ask("/documents/3/luat.pdf", USER_AGENT="curl/8")
    counted.ask("/documents/3/luat.pdf", "HEAD")
    counted.status = "404 Not Found"
    counted.ask("/documents/4/x.pdf")
    counted.status = "206 Partial Content"
    counted.ask("/documents/3/luat.pdf")
    counted.flush()
    assert counts(Subject.API) == {("articles", ""): 2, ("", ""): 1}
    assert counts(Subject.DOWNLOAD) == {("/documents/3/luat.pdf", ""): 1}


def test_made_up_referrers_do_not_fill_the_table(counted, site, monkeypatch):
    monkeypatch.setattr(referrers, "MAX_HOSTS", 2)
    for host in ("a.vn", "b.vn", "c.vn", "a.vn"):
        counted.view("/", **{"from": host})
    counted.flush()
    counted.view("/", **{"from": "d.vn"})
    counted.flush()
    assert counts(Subject.REFERRER) == {("a.vn", ""): 2, ("b.vn", ""): 1, (referrers.MORE_HOSTS, ""): 2}


def test_counting_moves_neither_the_sequence_nor_the_face_of_the_site(counted, site):
    def numbers():
        return DeliverySequence.objects.values_list("value").get(), SiteVersion.objects.values_list("value").first()

    before = numbers()
    counted.view("/")
    counted.flush()
    forgetting.forget()
    assert numbers() == before
