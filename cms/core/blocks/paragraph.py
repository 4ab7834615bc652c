"""Running text."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from cms.core.blocks.contract import HTML, record
from cms.core.text.html import clean_html
from cms.core.text.words import plain_text

RICH_TEXT_FEATURES = ["bold", "italic", "ol", "ul", "link", "document-link", "superscript", "subscript"]


class ParagraphBlock(blocks.RichTextBlock):
    """Rich text without headings or pictures of its own: those are blocks."""

    api_schema = record(html=HTML)

    def __init__(self, **kwargs):
        kwargs.setdefault("features", RICH_TEXT_FEATURES)
        super().__init__(**kwargs)

    class Meta:
        icon = "pilcrow"
        label = _("Paragraph")
        template = "blocks/paragraph.html"

    def get_searchable_content(self, value):
        return [plain_text(value.source)] if self.search_index and value else []

    def get_api_representation(self, value, context=None):
        return {"html": clean_html(value.source)} if value else {"html": ""}
