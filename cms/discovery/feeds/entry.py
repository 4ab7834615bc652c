"""One entry of a feed, whatever the format."""

from dataclasses import dataclass

from cms.discovery.feeds.full_text import full_text
from cms.discovery.item import Item


@dataclass(frozen=True)
class Enclosure:
    """A file that belongs to an entry; `size` in bytes and `duration` in seconds, None where not known."""

    url: str
    content_type: str
    size: int | None
    duration: int | None = None


@dataclass(frozen=True)
class Entry:
    """An item and what a feed says of it beside: the names of whoever answers for it, its terms, its files."""

    item: Item
    html: str
    author: str
    rights: str
    enclosures: tuple[Enclosure, ...]
    picture_url: str


def make_entry(item: Item, files: dict[str, dict], organisation: str) -> Entry:
    """Return an item's entry. `files` says sizes and types by address, see source.image_files."""
    picture = item.rendition("wide", "full", "thumb")
    enclosures = []
    film = item.document.get("file")
    if film:
        duration = item.document.get("duration")
        enclosures.append(Enclosure(film["url"], film["content_type"], film["size"], duration))
    if picture:
        size = files.get(picture["url"], {}).get("size")
        enclosures.append(Enclosure(picture["url"], "image/jpeg", size))
    return Entry(
        item=item,
        html=full_text(item),
        author=item.document.get("author") or item.document.get("answered_by") or organisation,
        rights=rights_of(item),
        enclosures=tuple(enclosures),
        picture_url=picture["url"] if picture else "",
    )


def rights_of(item: Item) -> str:
    """Return in one line under which terms the item may be shown again, and whom to name."""
    rights = item.document["rights"]
    return " · ".join(part for part in (rights["attribution"], rights["licence_url"] or rights["licence"]) if part)
