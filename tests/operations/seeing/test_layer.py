"""Every answer has its request's id, and is counted: those from memory as well."""

import logging
import re

import pytest
from django.http import HttpResponse

from cms.core import request_id
from cms.operations.seeing.kinds import kind_of
from cms.operations.seeing.layer import SeeingLayer
from cms.operations.seeing.metrics.counts import Counts
from tests.caching.site import PAGE, Site


class SeenSite(Site):
    """The response cache, with what sees around it."""

    def __init__(self, make=None, **options):
        super().__init__(make)
        self.counts = Counts()
        self.layer = SeeingLayer(self.layer, self.counts, **options)

    def count(self, name, **labels):
        return self.counts.values().get((name, tuple(sorted(labels.items()))), 0)


@pytest.fixture(autouse=True)
def no_request():
    yield
    request_id.end()


def test_an_answer_carries_the_id_it_came_with_or_a_new_one():
    site = SeenSite()
    given = site.get("/", X_REQUEST_ID="3f2504e0-4f89-41d3-9a0c-0305e82c3301").headers["X-Request-ID"]
    assert given == "3f2504e0-4f89-41d3-9a0c-0305e82c3301"
    for wrong in ("", "short", "x" * 65, "a b c d e f g h", "abcdefgh\r\nSet-Cookie: x", "<script>alert", "ế" * 10):
        assert re.fullmatch("[0-9a-f]{32}", site.get("/", X_REQUEST_ID=wrong).headers["X-Request-ID"])
    # All but the first were answered from memory, each with an id of its own.
    assert site.built == 1
    assert site.get("/").headers["X-Request-ID"] != site.get("/").headers["X-Request-ID"]
    assert site.get("/", IF_NONE_MATCH=site.get("/").headers["ETag"]).headers["X-Request-ID"]


def test_code_that_answers_knows_the_id():
    seen = []
    site = SeenSite(lambda environ: seen.append(request_id.current()) or HttpResponse(PAGE))
    site.get("/", X_REQUEST_ID="0123456789abcdef")
    assert seen == ["0123456789abcdef"]


def test_requests_are_counted_by_kind_and_status_and_by_what_the_cache_did():
    answers = {"/": lambda: HttpResponse(PAGE), "/api/v2/x/": lambda: HttpResponse(status=404)}
    site = SeenSite(lambda environ: answers[environ["PATH_INFO"]]())
    for _ in range(3):
        site.get("/")
    site.get("/api/v2/x/", method="POST")
    assert site.count("cms_requests_total", kind="page", status="200") == 3
    assert site.count("cms_requests_total", kind="api", status="404") == 1
    assert site.count("cms_request_seconds_count", kind="page") == 3
    assert site.count("cms_request_seconds_bucket", kind="page", le="+Inf") == 3
    assert {name: site.count("cms_cache_answers_total", result=name) for name in ("miss", "hit", "pass")} == {
        "miss": 1,
        "hit": 2,
        "pass": 1,
    }


def test_an_access_log_names_no_query_and_no_sender(caplog):
    with caplog.at_level(logging.INFO, "cms.access"):
        SeenSite().get("/quiet/")
        SeenSite(has_access_log=True).get("/tim\nkiem/?q=secret", USER_AGENT="somebody")
    (record,) = caplog.records
    assert record.fields | {"milliseconds": 0} == {
        "method": "GET",
        "kind": "page",
        "path": "/tim%0Akiem/",
        "status": 200,
        "cache": "miss",
        "milliseconds": 0,
    }


@pytest.mark.parametrize(
    ("path", "kind"),
    [("/", "page"), ("/en/", "page"), ("/api/v2/pages/", "api"), ("/admin/", "admin"), ("/en/search/", "search")],
)
def test_addresses_are_of_few_kinds(path, kind):
    assert kind_of(path) == kind
