"""A status turns at midnight in Vietnam by itself: on page and list, out of the cache, in API and change feed."""

import json
from datetime import date, timedelta
from unittest import mock

import pytest
from django.test import RequestFactory
from django.test.client import ClientHandler

from articles.law.status import midnight_in_vietnam
from cms.caching.layer import ResponseCache
from cms.caching.memory import Memory
from cms.caching.numbers import Watch
from cms.operations.worker.due_rows import rebuild_due_rows
from tests.articles.content import add_law_document, add_library
from tests.caching.site import Site

DAY = timedelta(days=1)
NEW, OLD = "58/2026/QH15", "12/2012/QH13"
# The whole life of one law: the day of each event, and the status before it and from it on.
LIFE = (
    (date(2012, 6, 20), "issued", "not_yet", "not_yet"),
    (date(2013, 1, 1), "in_force", "not_yet", "in_force"),
    (date(2016, 7, 1), "amended", "in_force", "in_force"),
    (date(2018, 5, 2), "partly_expired", "in_force", "partly_expired"),
    (date(2026, 8, 1), "replaced", "partly_expired", "expired"),
)
CHANGE = LIFE[-1][0]


@pytest.fixture
def clock():
    """Set every clock: seconds before the midnight at first; call it with seconds from midnight."""
    with mock.patch("django.utils.timezone.now") as now, mock.patch("time.time") as seconds:

        def at(offset: float) -> None:
            now.return_value = midnight_in_vietnam(CHANGE) + timedelta(seconds=offset)
            seconds.return_value = now.return_value.timestamp()

        at(-5)
        yield at


@pytest.fixture
def laws(site, clock):
    """Return the library, the new law that takes effect at midnight, and the one it replaces then."""
    library = add_library(site.home)
    new = add_law_document(library, number=NEW, issue_date=date(2026, 6, 1), effective_date=CHANGE)
    events = [{"date": day, "event": event} for day, event, _before, _after in LIFE[1:]]
    events[-1]["source_document"] = new
    dates = {"issue_date": LIFE[0][0], "effective_date": LIFE[1][0]}
    return library, new, add_law_document(library, number=OLD, title="Luật cũ", events=events, **dates)


@pytest.fixture
def cached(laws):
    """Return the site behind its response cache, which asks for the numbers anew at each request."""
    moments, base = iter(range(0, 1_000_000, 2)), RequestFactory()._base_environ()
    made = Site(lambda environ: ClientHandler(enforce_csrf_checks=False)({**base, **environ}))
    watch = Watch(clock=lambda: next(moments))
    made.layer = ResponseCache(made.application, watch, memory=Memory(10_000_000))
    return made


def test_page_list_api_and_feed_turn_at_midnight_through_the_cache(cached, laws, clock):
    library, new, old = laws
    token = json.loads(cached.get("/api/v2/changes/?locale=vi&limit=1000").body)["meta"]["next"]
    addresses = (new.url, old.url, f"{library.url}?status=expired", "/api/v2/law-documents/?locale=vi&status=expired")

    def shown() -> list[bool]:
        """Whether each address says what is true after midnight; each is asked twice, the second time it is kept."""
        for address in addresses:
            assert cached.get(address).body == cached.get(address).body
        page, replaced, listed, api = (cached.get(address).text.decode() for address in addresses)
        return [
            "status--in_force" in page and "status--not_yet" not in page.split("<main")[1].split("record__title")[0],
            "status--expired" in replaced.split("record__title")[0],
            OLD in listed.split("law-list")[-1],
            [item["number"] for item in json.loads(api)["items"]] == [OLD],
        ]

    assert shown() == [False] * 4
    clock(-0.001)
    assert shown() == [False] * 4
    clock(0)
    # Before the worker has looked: what is asked for now is right already.
    assert shown()[:3] == [True] * 3
    assert rebuild_due_rows() >= 2
    assert shown() == [True] * 4
    changes = json.loads(cached.get(token.partition("localhost")[2]).body)["items"]
    assert {change["id"] for change in changes if change["type"] == "articles.LawDocumentPage"} >= {new.pk, old.pk}
    assert rebuild_due_rows() == 0


def test_a_whole_life_is_right_around_each_event_on_page_list_and_api(client, laws):
    library, _new, old = laws
    detail = f"/api/v2/law-documents/{old.pk}/"
    for day, event, before, after in LIFE:
        for asked, code in ((day - DAY, before), (day, after), (day + DAY, after)):
            as_of = {"as_of": asked.isoformat()}
            where = (event, asked)
            assert client.get(old.url, as_of).context["law"].status.code == code, where
            cards = client.get(library.url, {**as_of, "number": OLD, "status": code}).context["cards"]
            assert [card.status.code for card in cards] == [code], where
            assert client.get(detail, as_of).json()["status"]["code"] == code, where
            items = client.get("/api/v2/law-documents/", {**as_of, "number": OLD, "status": code}).json()["items"]
            assert [item["status"]["code"] for item in items] == [code], where
