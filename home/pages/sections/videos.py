"""The newest videos."""

from django.utils.translation import gettext_lazy as _

from home.pages.sections.base import IndexedSectionBlock, count_block


class VideosSectionBlock(IndexedSectionBlock):
    """Thư viện video."""

    count = count_block(4)

    class Meta:
        icon = "media"
        label = _("Video library")
        index_model = "media.VideoIndexPage"
        item_model = "media.VideoPage"
        default_count = 4
        empty_text = _("No videos have been published yet.")
