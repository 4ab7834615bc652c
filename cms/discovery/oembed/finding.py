"""Which item an address leads to, and whether others may show it."""

from urllib.parse import unquote, urlsplit
from uuid import UUID

from django.http import Http404
from wagtail.models import Site

from cms.delivery.models import DeliveredItem
from cms.discovery.item import Item
from cms.discovery.kinds import KINDS

SCHEMES = ("http", "https")


class NotForOthersError(Exception):
    """The item is on the website, but others may not show it (without a key): 401, as the specification says."""


def find_by_address(address: str) -> Item:
    """Return the item at a page's address.

    Raises Http404 where there is none, NotForOthersError, ValueError for what is no address.
    """
    parts = urlsplit(address)
    if parts.scheme not in SCHEMES or not parts.hostname:
        raise ValueError(address)
    if parts.hostname not in {urlsplit(root.root_url).hostname for root in Site.get_site_root_paths()}:
        raise Http404("not an address of this site")
    path = unquote(parts.path)
    if "\0" in path:
        # PostgreSQL would not even look for it.
        raise Http404("not an address of this site")
    rows = DeliveredItem.objects.live().filter(html_path=path if path.endswith("/") else f"{path}/")
    return _item(rows)


def find_by_identity(uuid: UUID, locale: str) -> Item:
    """Return the item with this identity. Raises Http404 where there is none, NotForOthersError."""
    return _item(DeliveredItem.objects.live().filter(uuid=uuid, locale=locale))


def _item(rows) -> Item:
    row = rows.filter(type__in=KINDS).order_by("pk").first()
    if row is None:
        raise Http404("nothing that can be embedded")
    if row.audience != DeliveredItem.Audience.PUBLIC:
        raise NotForOthersError
    return Item.of(row)
