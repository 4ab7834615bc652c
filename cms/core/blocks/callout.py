"""Something that must not be missed."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from cms.core.blocks.base import BodyBlock
from cms.core.blocks.contract import HTML, TEXT, record
from cms.core.blocks.paragraph import RICH_TEXT_FEATURES
from cms.core.text.html import clean_html


class CalloutBlock(BodyBlock):
    """A short text set apart: for information, a warning, or important."""

    kind = blocks.ChoiceBlock(
        choices=[("info", _("Information")), ("warning", _("Warning")), ("important", _("Important"))],
        default="info",
        label=_("Kind"),
    )
    heading = blocks.CharBlock(required=False, max_length=255, label=_("Heading"))
    text = blocks.RichTextBlock(features=RICH_TEXT_FEATURES, label=_("Text"))

    api_schema = record(kind={"type": "string", "enum": ["info", "warning", "important"]}, heading=TEXT, html=HTML)

    class Meta:
        icon = "warning"
        label = _("Callout")
        template = "blocks/callout.html"

    def api_value(self, value):
        return {"kind": value["kind"], "heading": value["heading"] or "", "html": clean_html(value["text"].source)}
