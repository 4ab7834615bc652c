"""Free text of the editors."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.rich_text import RichText

from cms.core.blocks.contract import HTML, TEXT, record
from cms.core.blocks.paragraph import RICH_TEXT_FEATURES
from cms.core.text.html import clean_html
from home.pages.sections.base import SectionBlock
from home.pages.sections.section import Section


class TextSectionBlock(SectionBlock):
    """A few words between the lists."""

    text = blocks.RichTextBlock(features=RICH_TEXT_FEATURES, label=_("Text"))

    api_schema = record(heading=TEXT, html=HTML)

    class Meta:
        icon = "pilcrow"
        label = _("Text")

    def section(self, raw, front):
        text = raw.get("text")
        return Section(kind=self.name, heading=raw.get("heading") or "", text=RichText(text)) if text else None

    def api_value(self, value):
        return {**super().api_value(value), "html": clean_html(value["text"].source)}
