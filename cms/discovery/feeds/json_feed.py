"""JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/)."""

import json

from cms.core.addresses import site_root_url
from cms.discovery.feeds.entry import Entry
from cms.discovery.feeds.feed import Feed

VERSION = "https://jsonfeed.org/version/1.1"


def to_json_feed(feed: Feed, own_url: str) -> bytes:
    document = {
        "version": VERSION,
        "title": feed.title,
        "home_page_url": feed.source.page_url,
        "feed_url": own_url,
        "description": feed.description,
        "favicon": feed.icon_url,
        "language": feed.language,
        "authors": [{"name": feed.organisation, "url": site_root_url()}],
        "items": [_item(entry) for entry in feed.entries],
    }
    return json.dumps(document, ensure_ascii=False).encode()


def _item(entry: Entry) -> dict:
    item = entry.item
    values = {
        "id": item.urn,
        "url": item.url,
        "title": item.title,
        "summary": item.summary,
        # There must be one of content_html and content_text.
        "content_html": entry.html or item.summary or item.title,
        "image": entry.picture_url,
        "date_published": item.published.isoformat() if item.published else "",
        "date_modified": item.updated.isoformat() if item.updated else "",
        "authors": [{"name": entry.author}],
        "tags": item.topics,
        "language": item.language,
        "attachments": [_attachment(file) for file in entry.enclosures],
        "_rights": item.document["rights"],
    }
    return {name: value for name, value in values.items() if value}


def _attachment(file) -> dict:
    values = {
        "url": file.url,
        "mime_type": file.content_type,
        "size_in_bytes": file.size,
        "duration_in_seconds": file.duration,
    }
    return {name: value for name, value in values.items() if value}
