"""What a long piece of work has read of the page tree: each section and the restrictions once, whoever asks.

Within `with KnownTree():` a page's `section` is taken from here, and so is whether it is restricted. Only for work
during which nobody changes the tree, such as the end of a transaction.
"""

from collections.abc import Iterable
from contextvars import ContextVar, Token
from functools import cached_property
from typing import Optional

from wagtail.models import Page, Site
from wagtail.models.sites import SiteRootPath

from cms.core.restrictions import is_private_by_itself, restricted_sources

_known: ContextVar[Optional["KnownTree"]] = ContextVar("known tree", default=None)
# Above a page are rarely more than three others, which are nearly always the same.
CHUNK = 500


class KnownTree:
    """Use as a context manager; an inner one is the outer one again."""

    def __init__(self):
        self._sections: dict[str, Page | None] = {}
        self._token: Token | None = None

    def __enter__(self) -> "KnownTree":
        outer = _known.get()
        if outer is not None:
            return outer
        self._token = _known.set(self)
        return self

    def __exit__(self, *error) -> None:
        if self._token is not None:
            _known.reset(self._token)

    @classmethod
    def current(cls) -> Optional["KnownTree"]:
        return _known.get()

    def learn(self, pages: Iterable[Page]) -> None:
        """Read what is above these pages, up to the root: one query, and one a page type."""
        paths = {page.path[:end] for page in pages for end in range(Page.steplen, len(page.path), Page.steplen)}
        missing = sorted(paths - self._sections.keys())
        for start in range(0, len(missing), CHUNK):
            found = Page.objects.filter(path__in=missing[start : start + CHUNK]).select_related("locale")
            self._sections |= {page.path: page for page in found.defer_streamfields().specific()}
        for path in paths - self._sections.keys():
            self._sections[path] = None

    def section_of(self, page: Page) -> Page | None:
        """Return the page above, as its own type; None at the root."""
        if page.depth <= 1:
            return None
        path = page.path[: -Page.steplen]
        if path not in self._sections:
            self.learn([page])
        return self._sections[path]

    @cached_property
    def _site_roots(self) -> list[SiteRootPath]:
        return Site.get_site_root_paths()

    def tell_sites(self, pages: Iterable[Page]) -> None:
        """Let pages know which sites there are: Wagtail reads that from the cache for each of their addresses."""
        for page in pages:
            page.__dict__.setdefault("_wagtail_cached_site_root_paths", self._site_roots)

    @cached_property
    def _restricted_paths(self) -> tuple[str, ...]:
        # Most sites have none: then nothing stands in for any.
        if not restricted_sources().exists():
            return ()
        return tuple(Page.objects.filter(is_private_by_itself()).order_by().values_list("path", flat=True))

    def is_restricted(self, page: Page) -> bool:
        """Whether only some readers may see the page, or one above it."""
        return page.path.startswith(self._restricted_paths)


def is_restricted_page(page: Page) -> bool:
    """Whether only some readers may see this page: one query, or none where the tree is known."""
    known = KnownTree.current()
    return known.is_restricted(page) if known is not None else page.get_view_restrictions().exists()
