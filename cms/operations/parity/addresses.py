"""Pictures and links: the same pictures with the same words at each door, and every address of ours answers."""

import http.client
from collections.abc import Iterator

from django.conf import settings

from cms.operations.parity.difference import Difference
from cms.operations.parity.reading import Reading

ADDRESSES = ("html_url", "detail_url", "url")
FORMATS = ("avif", "webp", "jpeg")


def compare_pictures(reading: Reading) -> Iterator[Difference]:
    """Each picture of the document is on the page, with the same alternative text."""
    document, page = reading.document, reading.page
    if document is None or page is None:
        return
    origin = reading.doors.asker.origin
    shown = [({_whole(address, origin) for address in picture.addresses}, picture.alt) for picture in page.pictures]
    for picture in pictures_of(document):
        addresses = set(addresses_of(picture["renditions"]))
        words = [alt for on_page, alt in shown if on_page & addresses]
        if not addresses or picture["alt"] in words:
            continue
        said = " / ".join(sorted(set(words))) if words else "nothing of it"
        yield reading.differs("picture", ("HTML", said), ("API", picture["alt"] or "decorative"))


def compare_addresses(reading: Reading) -> Iterator[Difference]:
    """Every address of ours in the document and in the page answers 200, if need be after one redirect."""
    if reading.doors.is_fast:
        return
    asker = reading.doors.asker
    named = [("API", address) for address in addresses_of(reading.document)]
    if reading.page is not None:
        named += [("HTML", address) for address in sorted(reading.page.links | reading.page.files)]
    for door, address in dict.fromkeys(named):
        # A list in another state is the list's own affair; the release's files are the release's.
        if asker.is_ours(address) and "?" not in address and not address.startswith(settings.STATIC_URL):
            status = reading.doors.status(address)
            if status != http.client.OK:
                yield reading.differs("address", (door, address), ("that address", status))


def pictures_of(value: object) -> Iterator[dict]:
    """Give each picture of a document, as PictureSerializer describes it; other items' own are not among them."""
    if isinstance(value, list):
        for item in value:
            yield from pictures_of(item)
    elif isinstance(value, dict):
        if "renditions" in value and "alt" in value:
            yield value
            return
        # An election's banner is where the election is shown.
        for name, inner in value.items():
            if name not in ("meta", "banner"):
                yield from pictures_of(inner)


def addresses_of(value: object, name: str = "") -> Iterator[str]:
    """Give the addresses in a document."""
    if isinstance(value, list):
        for item in value:
            yield from addresses_of(item, name)
    elif isinstance(value, dict):
        for inner_name, inner in value.items():
            yield from addresses_of(inner, inner_name)
    elif isinstance(value, str) and name in FORMATS:
        # One address, or a `srcset` of several with their widths.
        yield from (part.split()[0] for part in value.split(",") if part.strip())
    elif isinstance(value, str) and name in ADDRESSES and value:
        yield value


def _whole(address: str, origin: str) -> str:
    return origin + address if address.startswith("/") and not address.startswith("//") else address
