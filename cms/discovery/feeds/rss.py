"""RSS 2.0 with the namespaces readers know: content (whole text), dc (author, rights, language), atom (own address).

https://www.rssboard.org/rss-specification, https://www.rssboard.org/rss-profile
"""

from datetime import datetime
from email.utils import format_datetime

from cms.discovery.feeds.entry import Entry
from cms.discovery.feeds.feed import Feed
from cms.discovery.xml import XmlDocument

NAMESPACES = {
    "xmlns:atom": "http://www.w3.org/2005/Atom",
    "xmlns:content": "http://purl.org/rss/1.0/modules/content/",
    "xmlns:dc": "http://purl.org/dc/elements/1.1/",
}


def to_rss(feed: Feed, own_url: str) -> bytes:
    document = XmlDocument()
    with document.element("rss", {"version": "2.0", **NAMESPACES}), document.element("channel"):
        document.leaf("title", feed.title)
        document.leaf("link", feed.source.page_url)
        document.leaf("description", feed.description)
        document.leaf("language", feed.language)
        if feed.updated:
            document.leaf("lastBuildDate", _date(feed.updated))
        document.leaf("atom:link", attributes={"href": own_url, "rel": "self", "type": "application/rss+xml"})
        for entry in feed.entries:
            _write(document, entry)
    return bytes(document)


def _write(document: XmlDocument, entry: Entry) -> None:
    item = entry.item
    with document.element("item"):
        document.leaf("title", item.title)
        document.leaf("link", item.url)
        document.leaf("guid", item.urn, {"isPermaLink": "false"})
        if item.published:
            document.leaf("pubDate", _date(item.published))
        document.leaf("dc:creator", entry.author)
        document.leaf("dc:language", item.language)
        document.leaf_if("dc:rights", entry.rights)
        for topic in item.topics:
            document.leaf("category", topic)
        document.leaf_if("description", item.summary)
        document.leaf_if("content:encoded", entry.html)
        # RSS has room for one: a film before a picture. Its length is not optional; 0 says that it is not known.
        for file in entry.enclosures[:1]:
            attributes = {"url": file.url, "length": str(file.size or 0), "type": file.content_type}
            document.leaf("enclosure", attributes=attributes)


def _date(moment: datetime) -> str:
    """Return a moment as RFC 822 has it, in its own zone."""
    return format_datetime(moment)
