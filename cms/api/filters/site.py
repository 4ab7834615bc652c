"""`site=hostname[:port]`: the pages of one site, in all its languages."""

from urllib.parse import urlsplit

from django.db.models import Q
from django.utils.translation import gettext_noop as _
from wagtail.models import Site
from wagtail.query import PageQuerySet

from cms.api.problems import invalid
from cms.api.query import Query

DEFAULT_PORTS = {"http": 80, "https": 443}


def site_roots(query: Query) -> tuple[str, ...] | None:
    """Return where in the tree the pages of the site named by `site=` begin; None if none is named."""
    text = query.text("site")
    if not text:
        return None
    hostname, has_port, port = text.partition(":")
    if has_port and not (port.isascii() and port.isdigit() and len(port) <= 5):
        raise invalid("site", _("the port in site must be a number"))
    roots: dict[int, list[str]] = {}
    for root in Site.get_site_root_paths():
        address = urlsplit(root.root_url)
        own_port = address.port or DEFAULT_PORTS.get(address.scheme)
        if address.hostname == hostname.lower() and (not has_port or int(port) == own_port):
            roots.setdefault(root.site_id, []).append(root.root_path)
    if not roots:
        raise invalid("site", _("site '%(value)s' doesn't exist"), value=text)
    if len(roots) > 1:
        raise invalid("site", _("Your query returned multiple sites. Try adding a port number to your site filter."))
    return tuple(*roots.values())


def below(pages: PageQuerySet, roots: tuple[str, ...]) -> PageQuerySet:
    """Return `pages` narrowed to what begins there."""
    condition = Q()
    for root in roots:
        condition |= Q(url_path__startswith=root)
    return pages.filter(condition)
