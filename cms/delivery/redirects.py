"""The redirects of a moved or renamed subtree, made without reading its pages. Can go when Wagtail does the same.

Wagtail reads each page below as its own type and asks it for two addresses, a minute of a transaction for a large
section. The addresses below a page begin with that page's own, so one prefix takes the place of another. And Wagtail
joins a condition for each of 2,000 redirects with OR; SQLite refuses more than 1,000, and the move with it.
"""

import itertools
from collections.abc import Iterable

from django.contrib.contenttypes.models import ContentType
from wagtail.contrib.redirects import signal_handlers
from wagtail.contrib.redirects.models import Redirect
from wagtail.contrib.redirects.signal_handlers import BatchRedirectCreator, _page_urls_for_sites
from wagtail.models import Page, Site

# As many as Wagtail writes at once.
BATCH = 2000
MAKERS_OF_ADDRESSES = ("get_url_parts", "get_route_paths")

_create_each = signal_handlers.create_redirects


def replace_wagtails() -> None:
    """Have Wagtail make redirects so, and take clashing ones back so."""
    BatchRedirectCreator.pre_process = take_back_clashing
    signal_handlers.create_redirects = create_redirects


def take_back_clashing(creator: BatchRedirectCreator) -> None:
    """Delete the redirects that were made automatically for the addresses of a batch: one statement a site."""
    paths_by_site: dict[int | None, list[str]] = {}
    for redirect in creator.items:
        paths_by_site.setdefault(redirect.site_id, []).append(redirect.old_path)
    for site_id, paths in paths_by_site.items():
        Redirect.objects.filter(automatically_created=True, site_id=site_id, old_path__in=paths).delete()


def create_redirects(page: Page, page_old: Page, sites: Iterable[Site]) -> None:
    """Redirect the old addresses of a page, and of the live pages below it, to the pages.

    `page_old` is the page as it was; `sites` are those it is a part of.
    """
    sites = tuple(sites)
    if _are_made_otherwise(page):
        _create_each(page, page_old, sites)
        return
    before, now = (_page_urls_for_sites(known, sites, cache_target=page) for known in (page_old, page))
    changed = [(site, path) for site, path, _route in before - now]
    batch = BatchRedirectCreator(max_size=BATCH, ignore_conflicts=True)
    below = page.get_descendants().live().order_by().values_list("pk", "url_path")
    pages = itertools.chain([(page.pk, page.url_path)], below.iterator(chunk_size=BATCH) if changed else [])
    for pk, url_path in pages:
        rest = url_path[len(page.url_path) :]
        for site, path in changed:
            old_path = Redirect.normalise_path(f"{path.rstrip('/')}/{rest}")
            batch.add(site=site, old_path=old_path, redirect_page_id=pk, automatically_created=True)
    batch.process()


def _are_made_otherwise(page: Page) -> bool:
    """Whether an address in this subtree is more than slugs: by its page's type, or because a site begins below."""
    type_ids = page.get_descendants(inclusive=True).order_by().values_list("content_type_id", flat=True).distinct()
    models = {ContentType.objects.get_for_id(type_id).model_class() for type_id in type_ids} - {None}
    if any(getattr(model, name) is not getattr(Page, name) for model in models for name in MAKERS_OF_ADDRESSES):
        return True
    return any(root.root_path.startswith(page.url_path) for root in Site.get_site_root_paths())
