"""The list of an image library, as its page shows it."""

from cms.core.listing.listing import Listing
from media.galleries.gallery_filters import gallery_form


class GalleryList(Listing):
    """The page of a library's galleries that a request asks for, newest first."""

    make_form = staticmethod(gallery_form)

    def items(self):
        from media.galleries.gallery_page import GalleryPage

        return GalleryPage.objects.live().public().in_library(self.section.tree_page)
