"""One published item as each door shows it, every door asked once."""

import hashlib
import re
from collections import OrderedDict
from functools import cached_property
from html import unescape
from urllib.parse import urlsplit

from django.db import models
from wagtail.models import Page

from cms.delivery.registry import DeliveredType, type_of
from cms.operations.parity.asking import Answer, Asker
from cms.operations.parity.difference import Difference
from cms.operations.parity.feed import Feed
from cms.operations.parity.html_page import HtmlPage

API = "/api/v2"
PASSWORD_FORM = "/authenticate_with_password/"
# Addresses whose answers are remembered: most links of a page are on every page.
REMEMBERED = 20_000
LOCATION = re.compile(r"<loc>([^<]*)</loc>")
PAGES_REMEMBERED = 500


class Doors:
    """The site's doors; remembers what addresses answered. `is_fast`: addresses within an item are not asked."""

    def __init__(self, asker: Asker, feed: Feed, *, is_fast: bool = False):
        self.asker, self.feed, self.is_fast = asker, feed, is_fast
        self._statuses: OrderedDict[str, int] = OrderedDict()
        self._alternates: OrderedDict[str, dict[str, str]] = OrderedDict()
        self._seen: set[str] = set()
        self._sitemap: set[bytes] | None = None

    def get(self, address: str) -> Answer:
        return self.asker.get(address)

    def status(self, address: str) -> int:
        """Return what an address answers; redirects of ours are followed."""
        address = address.partition("#")[0]
        if address not in self._statuses:
            answer = self.get(address)
            if answer.status in (301, 302, 308) and self.asker.is_ours(answer.headers.get("location", "")):
                answer = self.get(answer.headers["location"])
            _remember(self._statuses, address, answer.status, REMEMBERED)
        return self._statuses[address]

    def alternates(self, address: str) -> dict[str, str]:
        """Return the hreflang links of another page."""
        if address not in self._alternates:
            answer = self.get(address)
            _remember(self._alternates, address, HtmlPage(answer.text).alternates, PAGES_REMEMBERED)
        return self._alternates[address]

    def has_seen(self, address: str) -> bool:
        """Whether this was asked about an address before: a feed that many pages lead to is compared once."""
        was_seen = address in self._seen
        self._seen.add(address)
        return was_seen

    def is_in_sitemap(self, address: str) -> bool:
        """Whether one of the sitemaps names an address; they are kept as eight bytes for each."""
        if self._sitemap is None:
            maps = LOCATION.findall(self.get("/sitemap.xml").text)
            named = (unescape(found) for one in maps for found in LOCATION.findall(self.get(unescape(one)).text))
            self._sitemap = {_digest(found) for found in named}
        return _digest(address) in self._sitemap

    def learn(self, address: str, page: HtmlPage) -> None:
        _remember(self._alternates, address, page.alternates, PAGES_REMEMBERED)

    def forget(self) -> None:
        """Ask everything anew: what differs is looked at twice."""
        self._sitemap = None
        self._seen.clear()
        self._statuses.clear()
        self._alternates.clear()


def _digest(address: str) -> bytes:
    return hashlib.blake2b(address.encode(), digest_size=8).digest()


def _remember(kept: OrderedDict, name: str, value, most: int) -> None:
    kept[name] = value
    if len(kept) > most:
        kept.popitem(last=False)


class Reading:
    """An item, and what its doors say; None where a door does not show it."""

    def __init__(self, doors: Doors, item: models.Model):
        self.doors, self.item = doors, item
        self.type: DeliveredType = type_of(item)

    @property
    def label(self) -> str:
        return self.item._meta.label

    @property
    def name(self) -> str:
        locale = getattr(getattr(self.item, "locale", None), "language_code", "")
        place = urlsplit(self.html_url).path if self.html_url else str(self.item)
        return f"{self.label} {self.item.pk} ({' '.join(part for part in (locale, place) if part)})"

    @cached_property
    def html_url(self) -> str:
        """The item's own page on the website, "" where it has none."""
        return (self.item.full_url or "") if isinstance(self.item, Page) else ""

    @cached_property
    def html(self) -> Answer | None:
        return self.doors.get(self.html_url) if self.html_url else None

    @property
    def is_shown(self) -> bool:
        """Whether the website shows it: a form that asks for its password answers 200, too."""
        return self.html is not None and self.html.is_ok and PASSWORD_FORM not in self.html.text

    @cached_property
    def page(self) -> HtmlPage | None:
        if not self.is_shown:
            return None
        page = HtmlPage(self.html.text)
        self.doors.learn(self.html_url, page)
        return page

    @property
    def api_url(self) -> str:
        return f"{API}/{self.type.endpoint}/{self.item.pk}/"

    @cached_property
    def detail(self) -> Answer:
        return self.doors.get(self.api_url)

    @cached_property
    def document(self) -> dict | None:
        return self.detail.json() if self.detail.is_ok else None

    @cached_property
    def listed(self) -> dict | None:
        """The item as its list gives it."""
        items = self.doors.get(f"{API}/{self.type.endpoint}/?id={self.item.pk}").json().get("items", [])
        return next((item for item in items if item["id"] == self.item.pk), None)

    @property
    def told(self):
        return self.doors.feed.of(self.label, self.item.pk)

    def differs(self, what: str, *said: tuple[str, object]) -> Difference:
        return Difference(self.name, what, tuple((door, str(value)) for door, value in said))
