"""The list of an image library, as its page shows it."""

from cms.core.fallbacks import cards_of
from cms.core.pagination import Pagination


class GalleryList:
    """The page of a library's galleries that a request asks for."""

    per_page = 12

    def __init__(self, library, request):
        self.library = library
        self.request = request

    def galleries(self):
        from media.galleries.gallery_page import GalleryPage

        return GalleryPage.objects.live().public().in_library(self.library.tree_page).newest_first().with_cards()

    def context(self) -> dict:
        """Return `cards`, `pagination`, `filters`, `is_empty`; raises Http404 for a page number that does not exist."""
        pagination = Pagination(self.galleries(), self.request, self.per_page)
        cards = cards_of(pagination.items)
        return {"cards": cards, "pagination": pagination, "filters": [], "is_empty": not cards}
