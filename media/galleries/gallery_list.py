"""The list of an image library, as its page shows it."""

from cms.core.listing.listing import Listing
from cms.core.restrictions import is_restricted
from media.galleries.gallery_filters import gallery_form


class GalleryList(Listing):
    """The page of a library's galleries that a request asks for, newest first."""

    make_form = staticmethod(gallery_form)

    def items(self):
        from media.galleries.gallery_page import GalleryPage

        return GalleryPage.objects.live().exclude(is_restricted()).in_library(self.section.tree_page)
