"""What machines are told: structured data in the page, the sitemap, and the three feeds of a section."""

import http.client
import json
from collections.abc import Iterator
from html import unescape

from wagtail.models import Page

from cms.operations.parity.difference import Difference
from cms.operations.parity.expectations import expectation_of
from cms.operations.parity.facts import moment_of
from cms.operations.parity.reading import API, Reading

JSON_FEED, TYPES = "application/feed+json", ("application/rss+xml", "application/atom+xml")


def compare_structured_data(reading: Reading) -> Iterator[Difference]:
    """The node of the page's own thing says what the document says."""
    document, page = reading.document, reading.page
    if document is None or page is None:
        return
    nodes = json.loads(page.structured_data)["@graph"] if page.structured_data else []
    own = next((node for node in nodes if node.get("mainEntityOfPage") == document["meta"]["html_url"]), None)
    if own is None:
        return
    for name, said in (("name", document["title"]), ("inLanguage", document["meta"]["locale"])):
        if own.get(name) != said:
            yield reading.differs(f"structured data, {name}", ("HTML", own.get(name)), ("API", said))


def compare_sitemap(reading: Reading) -> Iterator[Difference]:
    """A page is in the sitemap if the website shows a text of its own there, and has it from nobody else."""
    page = reading.item
    if not isinstance(page, Page) or not reading.html_url:
        return
    is_known = expectation_of(page).is_on_website and not page.is_untranslated and not page.canonical_source_url
    if reading.doors.is_in_sitemap(reading.html_url) != is_known:
        said = "has it not" if is_known else "has it"
        yield reading.differs("presence", ("database", expectation_of(page)), ("sitemap", said))


def compare_feeds(reading: Reading) -> Iterator[Difference]:
    """Each entry of a feed the page leads to is a delivered item, under its title; the three formats name the same."""
    if reading.page is None:
        return
    feeds = {kind: address for kind, address in reading.page.feeds if not reading.doors.has_seen(address)}
    if JSON_FEED not in feeds:
        return
    answer = reading.doors.get(feeds[JSON_FEED])
    if not answer.is_ok:
        yield reading.differs("feed", (feeds[JSON_FEED], answer.status), ("HTML", "leads to it"))
        return
    others = {feeds[kind]: unescape(reading.doors.get(feeds[kind]).text) for kind in TYPES if kind in feeds}
    for entry in answer.json()["items"]:
        yield from _compare_entry(reading, feeds[JSON_FEED], entry)
        for address, text in others.items():
            if entry["url"] not in text:
                yield reading.differs("feed", (feeds[JSON_FEED], entry["url"]), (address, "has it not"))


def _compare_entry(reading: Reading, feed: str, entry: dict) -> Iterator[Difference]:
    found = reading.doors.get(f"{API}/resolve/?url={entry['url']}")
    if found.status != http.client.OK:
        yield reading.differs("feed", (feed, entry["url"]), ("API", found.status))
        return
    item = found.json()
    document = reading.doors.get(item["meta"]["detail_url"]).json()
    if entry["title"] != document["title"]:
        yield reading.differs("feed", (feed, entry["title"]), ("API", document["title"]))
    day = document.get("date") or document["meta"]["first_published_at"]
    if entry.get("date_published") and document.get("date") and moment_of(entry["date_published"]) != moment_of(day):
        yield reading.differs("feed", (feed, entry["date_published"]), ("API", day))
