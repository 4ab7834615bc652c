"""One change of the page tree at a time: the lock, and what was read before it put right.

Treebeard computes a page's path from what it reads, and a page is saved with the path it remembers. Of two changes at
once, both gave their page the same path; a page read before it was moved went back to where it had been.

The order in which everything is locked: first the tree, then rows (pages, references, pictures), last the sequence of
the delivery store (see store). SQLite's transactions are exclusive from their beginning: there the second half is all.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection, transaction
from django.http import Http404
from wagtail.models import Page

# A number for PostgreSQL's advisory locks, which are each database's own: "tree" in ASCII.
LOCK = 0x74726565
# Other instances of a page that an instance remembers.
REMEMBERED = ("specific", "specific_deferred")
# Where a page is, and its parent's address. SQL by hand: a publication asks six times, and making it took longer.
_PLACE = """SELECT page.path, page.depth, page.numchild, page.slug,
    (SELECT parent.url_path FROM wagtailcore_page AS parent
    WHERE parent.path = SUBSTR(page.path, 1, LENGTH(page.path) - %s))
FROM wagtailcore_page AS page WHERE page.id = %s"""


class PageGoneError(Page.DoesNotExist, Http404):
    """Somebody has deleted the page meanwhile: for an editor, a page that is not there."""


@contextmanager
def changing_tree(*pages: Page) -> Iterator[None]:
    """Open a transaction that changes the tree, with these saved pages where they are now. Raises PageGoneError."""
    with transaction.atomic():
        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_advisory_xact_lock(%s)", [LOCK])
        for page in pages:
            put_in_place(page)
        yield


def put_in_place(page: Page) -> None:
    """Let a page know its place in the tree, and its instances that it remembers. One query. Raises PageGoneError."""
    with connection.cursor() as cursor:
        cursor.execute(_PLACE, [Page.steplen, page.pk])
        found = cursor.fetchone()
    if found is None:
        raise PageGoneError(f"Page {page.pk} has been deleted meanwhile")
    path, depth, numchild, slug, above = found
    place = {
        "path": path,
        "depth": depth,
        "numchild": numchild,
        "url_path": "/" if above is None else f"{above}{slug}/",
    }
    for instance in (page, *(page.__dict__.get(name) for name in REMEMBERED)):
        if instance is not None:
            _put(instance, place, above)


def _put(instance: Page, place: dict, above: str | None) -> None:
    parent = instance.__dict__.get("_cached_parent_obj")
    has_moved = instance.__dict__.get("path") != place["path"]
    if parent is not None and (has_moved or parent.url_path != above):
        del instance._cached_parent_obj
    instance.__dict__.update(place)
