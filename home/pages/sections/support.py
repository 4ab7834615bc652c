"""The way to support, telephone first."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.rich_text import RichText

from cms.core.blocks.contract import HTML, TEXT, record
from cms.core.blocks.paragraph import RICH_TEXT_FEATURES
from cms.core.text.html import clean_html
from home.pages.sections.base import SectionBlock
from home.pages.sections.section import Section


class SupportSectionBlock(SectionBlock):
    """Contacts come from the organisation, the way to the support page from the tree."""

    text = blocks.RichTextBlock(required=False, features=RICH_TEXT_FEATURES, label=_("Text"))

    api_schema = record(heading=TEXT, html=HTML)

    class Meta:
        icon = "mail"
        label = _("Support")

    def section(self, raw, front):
        return Section(
            kind=self.name,
            heading=raw.get("heading") or "",
            url=front.url_of(front.index_page("home.SupportPage")),
            text=RichText(raw["text"]) if raw.get("text") else "",
        )

    def api_value(self, value):
        return {**super().api_value(value), "html": clean_html(value["text"].source) if value["text"] else ""}
