"""The list of a video library, as its page shows it."""

from cms.core.listing.listing import Listing
from cms.core.restrictions import is_restricted
from media.videos.video_filters import video_form


class VideoList(Listing):
    """The page of a library's videos that a request asks for, newest first."""

    make_form = staticmethod(video_form)

    def items(self):
        from media.videos.video_page import VideoPage

        return VideoPage.objects.live().exclude(is_restricted()).in_library(self.section.tree_page)
