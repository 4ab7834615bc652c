"""The newest galleries, a strip to scroll by hand."""

from django.utils.translation import gettext_lazy as _

from home.pages.sections.base import IndexedSectionBlock, count_block


class GalleriesSectionBlock(IndexedSectionBlock):
    """Thư viện hình ảnh."""

    count = count_block(6)

    class Meta:
        icon = "image"
        label = _("Image library")
        index_model = "media.GalleryIndexPage"
        item_model = "media.GalleryPage"
        default_count = 6
        empty_text = _("No galleries have been published yet.")
