"""The law library: a look-up box with the newest documents below."""

from django.utils.translation import gettext_lazy as _

from home.pages.sections.base import IndexedSectionBlock, count_block


class LawSectionBlock(IndexedSectionBlock):
    """Tủ sách pháp luật điện tử."""

    count = count_block(5)

    class Meta:
        icon = "doc-full"
        label = _("Electronic law library")
        index_model = "articles.LawLibraryPage"
        item_model = "articles.LawDocumentPage"
        default_count = 5
        empty_text = _("No law documents have been published yet.")

    def section(self, raw, front):
        # Without a library there is nothing to look up in, and no address for the box to send to.
        return super().section(raw, front) if front.index_page(self.meta.index_model) is not None else None
