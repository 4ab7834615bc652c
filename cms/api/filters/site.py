"""`site=hostname[:port]`: the pages of one site, in all its languages."""

from django.db.models import Q
from django.utils.translation import gettext_noop as _
from wagtail.models import Site
from wagtail.query import PageQuerySet

from cms.api.problems import invalid
from cms.api.query import Query


def on_site(pages: PageQuerySet, query: Query) -> PageQuerySet:
    """Return `pages` narrowed by `site=`."""
    text = query.text("site")
    if not text:
        return pages
    hostname, has_port, port = text.partition(":")
    sites = Site.objects.filter(hostname=hostname)
    if has_port:
        if not (port.isascii() and port.isdigit() and len(port) <= 5):
            raise invalid("site", _("the port in site must be a number"))
        sites = sites.filter(port=int(port))
    found = list(sites.values_list("pk", flat=True)[:2])
    if not found:
        raise invalid("site", _("site '%(value)s' doesn't exist"), value=text)
    if len(found) > 1:
        raise invalid("site", _("Your query returned multiple sites. Try adding a port number to your site filter."))
    below = Q()
    for root in Site.get_site_root_paths():
        if root.site_id == found[0]:
            below |= Q(url_path__startswith=root.root_path)
    return pages.filter(below)
