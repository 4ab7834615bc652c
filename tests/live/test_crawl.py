"""Every page of both trees is there, is linked, and everything it names is there too."""

import http.client
import json
from collections import defaultdict
from urllib.parse import urlsplit

import pytest

from tests.live.crawl import Crawl

# One crawl serves all of these.
pytestmark = pytest.mark.xdist_group("crawl")
HOMES = ("/", "/en/")
API_PAGE = 20


@pytest.fixture(scope="session")
def crawl(live_site):
    crawl = Crawl(live_site.url)
    crawl.follow(*HOMES)
    yield crawl
    crawl.close()


def test_everything_that_pages_name_is_there(crawl):
    assert crawl.faults == []


def test_every_page_of_both_trees_is_linked_from_somewhere(crawl, live_site):
    assert len(live_site.pages) > 100
    assert [url for _label, _language, url in live_site.pages if f"{live_site.url}{url}" not in crawl.answers] == []


def test_pages_have_titles_of_their_own(crawl):
    by_title = defaultdict(list)
    for address, document in crawl.pages().items():
        assert document.title.strip(), f"{address} has no title"
        # The pages and filters of a list are the same page in another state.
        if not urlsplit(address).query:
            by_title[document.language, document.title].append(address)
    assert [addresses for addresses in by_title.values() if len(addresses) > 1] == []


def test_pages_say_the_language_of_their_tree(crawl):
    wrong = []
    for address, document in crawl.pages().items():
        path = urlsplit(address).path
        if not path.startswith("/api/") and document.language != ("en" if path.startswith("/en/") else "vi"):
            wrong.append((address, document.language))
    assert wrong == []


def test_every_address_that_api_items_give_answers(crawl, live_site):
    endpoints = get_json(live_site, f"{live_site.url}/api/v2/")["endpoints"]
    assert len(endpoints) >= 14
    wrong, seen = [], set()
    for endpoint in endpoints.values():
        for item in items_of(live_site, endpoint):
            for name in ("detail_url", "html_url"):
                address = item.get("meta", {}).get(name)
                if not address or address in seen:
                    continue
                seen.add(address)
                status = http.client.OK if address in crawl.answers else crawl.fetch(address).status
                if not address.startswith(f"{live_site.url}/") or status != http.client.OK:
                    wrong.append((endpoint, name, address, status))
    assert wrong == []
    assert len(seen) > len(live_site.pages)


def items_of(live_site, endpoint: str):
    """Yield every item of an API list, page by page; of the change feed, which counts nothing, its first page."""
    match endpoint.removeprefix(f"{live_site.url}/api/v2/"):
        case "resolve/":
            yield get_json(live_site, f"{endpoint}?url=/")
            return
        case "statistics/":
            # Sums: nothing of it is an item.
            return
        case "search/":
            found = get_json(live_site, f"{endpoint}?q=cong+doan")["items"]
            assert found
            yield from (result["item"] for result in found)
            return
    answer = get_json(live_site, endpoint)
    yield from answer["items"]
    for offset in range(len(answer["items"]), answer["meta"].get("total_count", 0), API_PAGE):
        yield from get_json(live_site, f"{endpoint}?limit={API_PAGE}&offset={offset}")["items"]


def get_json(live_site, address: str) -> dict:
    connection = http.client.HTTPConnection(urlsplit(live_site.url).netloc, timeout=60)
    connection.request("GET", address.removeprefix(live_site.url))
    response = connection.getresponse()
    body = response.read()
    connection.close()
    assert response.status == http.client.OK, f"{address} answers {response.status}: {body[:200]}"
    return json.loads(body)
