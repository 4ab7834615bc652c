"""The redirects of a moved subtree: Wagtail's own take-back of clashing ones, in conditions that SQLite takes.

Wagtail joins a condition for each of 2,000 redirects with OR; SQLite refuses more than 1,000, and the move with it.
"""

from wagtail.contrib.redirects.models import Redirect
from wagtail.contrib.redirects.signal_handlers import BatchRedirectCreator


def take_back_clashing(creator: BatchRedirectCreator) -> None:
    """Delete the redirects that were made automatically for the addresses of a batch: one statement a site."""
    paths_by_site: dict[int | None, list[str]] = {}
    for redirect in creator.items:
        paths_by_site.setdefault(redirect.site_id, []).append(redirect.old_path)
    for site_id, paths in paths_by_site.items():
        Redirect.objects.filter(automatically_created=True, site_id=site_id, old_path__in=paths).delete()


def keep_to_short_conditions() -> None:
    """Have Wagtail take clashing redirects back so."""
    BatchRedirectCreator.pre_process = take_back_clashing
