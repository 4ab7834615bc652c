"""Atom (RFC 4287)."""

from datetime import datetime

from django.conf import settings

from cms.core.addresses import site_root_url
from cms.discovery.feeds.entry import Entry
from cms.discovery.feeds.feed import Feed
from cms.discovery.xml import XmlDocument

# An Atom feed must say when it was updated: one that never had an entry, at the beginning of time.
NEVER = "1970-01-01T00:00:00+00:00"


def to_atom(feed: Feed, own_url: str) -> bytes:
    document = XmlDocument()
    with document.element("feed", {"xmlns": "http://www.w3.org/2005/Atom", "xml:lang": feed.language}):
        document.leaf("id", own_url)
        document.leaf("title", feed.title)
        document.leaf_if("subtitle", feed.description)
        document.leaf("updated", _date(feed.updated))
        document.leaf("link", attributes={"rel": "self", "type": "application/atom+xml", "href": own_url})
        document.leaf("link", attributes={"rel": "alternate", "type": "text/html", "href": feed.source.page_url})
        document.leaf("icon", feed.icon_url)
        with document.element("author"):
            document.leaf("name", feed.organisation)
            document.leaf_if("uri", site_root_url())
        for entry in feed.entries:
            _write(document, entry)
    return bytes(document)


def _write(document: XmlDocument, entry: Entry) -> None:
    item = entry.item
    with document.element("entry", {"xml:lang": item.language}):
        document.leaf("id", item.urn)
        document.leaf("title", item.title)
        document.leaf("updated", _date(item.updated))
        if item.published:
            document.leaf("published", _date(item.published))
        document.leaf("link", attributes={"rel": "alternate", "type": "text/html", "href": item.url})
        for translation in item.meta["translations"]:
            if translation["locale"] in dict(settings.LANGUAGES) and translation["html_url"]:
                attributes = {"hreflang": translation["locale"], "href": translation["html_url"]}
                document.leaf("link", attributes={"rel": "alternate", "type": "text/html", **attributes})
        for file in entry.enclosures:
            size = {"length": str(file.size)} if file.size else {}
            attributes = {"rel": "enclosure", "type": file.content_type, "href": file.url, **size}
            document.leaf("link", attributes=attributes)
        with document.element("author"):
            document.leaf("name", entry.author)
        for topic in item.topics:
            document.leaf("category", attributes={"term": topic})
        document.leaf_if("rights", entry.rights)
        document.leaf_if("summary", item.summary)
        document.leaf_if("content", entry.html, {"type": "html"})


def _date(moment: datetime | None) -> str:
    return moment.isoformat() if moment else NEVER
