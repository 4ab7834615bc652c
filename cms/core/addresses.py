"""Addresses that work from anywhere."""

from wagtail.models import Site

from cms.core.once import once


def site_root_url() -> str:
    """Return the default site's scheme and host, without a trailing slash; "" while there is no site."""
    return once("site root", _site_root_url)


def _site_root_url() -> str:
    paths = Site.get_site_root_paths()
    return paths[0].root_url.rstrip("/") if paths else ""


def absolute_url(address: str) -> str:
    """Return `address` with scheme and host; what already has them stays as it is."""
    return site_root_url() + address if address.startswith("/") and not address.startswith("//") else address
