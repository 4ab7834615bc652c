"""Reading feeds strictly: every format into the same few facts, refusing what its specification refuses."""

import json
import re
import xml.etree.ElementTree as ET
from datetime import datetime
from email.utils import parsedate_to_datetime
from types import SimpleNamespace

ATOM = "{http://www.w3.org/2005/Atom}"
CONTENT = "{http://purl.org/rss/1.0/modules/content/}encoded"
NAMES = ("rss.xml", "atom.xml", "feed.json")


def read_feed(client, address: str) -> SimpleNamespace:
    """Return `.title`, `.language` and `.entries` ({id, url, title, html, updated, files}) of a feed."""
    response = client.get(address)
    assert response.status_code == 200, address
    name = address.rsplit("/", 1)[-1]
    kind = {"rss.xml": "application/rss+xml", "atom.xml": "application/atom+xml", "feed.json": "application/feed+json"}
    assert response["Content-Type"] == f"{kind[name]}; charset=utf-8"
    return {"rss.xml": _rss, "atom.xml": _atom, "feed.json": _json}[name](response.content)


def _rss(content: bytes) -> SimpleNamespace:
    channel = ET.fromstring(content).find("channel")
    for required in ("title", "link", "description"):
        assert channel.findtext(required), required
    items = channel.findall("item")
    for item in items:
        assert item.find("guid").get("isPermaLink") == "false"
        parsedate_to_datetime(item.findtext("pubDate"))
        assert len(item.findall("enclosure")) <= 1
        for enclosure in item.findall("enclosure"):
            assert int(enclosure.get("length")) >= 0
    entries = [
        {
            "id": item.findtext("guid"),
            "url": item.findtext("link"),
            "title": item.findtext("title"),
            "html": item.findtext(CONTENT),
            "files": [(file.get("url"), file.get("type"), file.get("length")) for file in item.findall("enclosure")],
        }
        for item in items
    ]
    return _checked(channel.findtext("title"), channel.findtext("language"), entries)


def _atom(content: bytes) -> SimpleNamespace:
    root = ET.fromstring(content)
    assert root.tag == f"{ATOM}feed"
    for parent in (root, *root.findall(f"{ATOM}entry")):
        for required in ("id", "title", "updated"):
            assert len(parent.findall(f"{ATOM}{required}")) == 1, required
        assert datetime.fromisoformat(parent.findtext(f"{ATOM}updated")).tzinfo
    entries = []
    for entry in root.findall(f"{ATOM}entry"):
        links = entry.findall(f"{ATOM}link")
        alternates = [link for link in links if link.get("rel") == "alternate"]
        # No two with the same type and language (RFC 4287, section 4.1.2).
        assert len({link.get("hreflang") for link in alternates}) == len(alternates)
        entries.append(
            {
                "id": entry.findtext(f"{ATOM}id"),
                "url": next(link.get("href") for link in alternates if not link.get("hreflang")),
                "title": entry.findtext(f"{ATOM}title"),
                "html": entry.findtext(f"{ATOM}content"),
                "files": [
                    (link.get("href"), link.get("type"), link.get("length"))
                    for link in links
                    if link.get("rel") == "enclosure"
                ],
            }
        )
    language = root.get("{http://www.w3.org/XML/1998/namespace}lang")
    return _checked(root.findtext(f"{ATOM}title"), language, entries)


def _json(content: bytes) -> SimpleNamespace:
    feed = json.loads(content)
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    entries = []
    for item in feed["items"]:
        assert datetime.fromisoformat(item["date_published"]).tzinfo
        files = [(file["url"], file["mime_type"], file.get("size_in_bytes")) for file in item.get("attachments", [])]
        entries.append({**{name: item[name] for name in ("id", "url", "title")}, "html": item["content_html"]})
        entries[-1]["files"] = files
    return _checked(feed["title"], feed["language"], entries)


def _checked(title: str, language: str, entries: list[dict]) -> SimpleNamespace:
    assert len({entry["id"] for entry in entries}) == len(entries)
    for entry in entries:
        assert entry["id"].startswith("urn:uuid:")
        assert entry["url"].startswith("http://localhost/")
        addresses = re.findall(r'(?:href|src)="([^"]*)"', entry["html"] or "")
        assert all(re.match(r"https?://|mailto:|tel:", address) for address in addresses), addresses
        assert "<script" not in (entry["html"] or "")
    return SimpleNamespace(title=title, language=language, entries=entries)
