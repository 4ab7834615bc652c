"""Somebody's words."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from cms.core.blocks.base import BodyBlock
from cms.core.blocks.contract import TEXT, record


class QuoteBlock(BodyBlock):
    """A quotation with its attribution."""

    text = blocks.TextBlock(label=_("Quotation"))
    attribution = blocks.CharBlock(required=False, max_length=255, label=_("Whose words"))

    api_schema = record(text=TEXT, attribution=TEXT)

    class Meta:
        icon = "openquote"
        label = _("Quotation")
        template = "blocks/quote.html"

    def api_value(self, value):
        return {"text": value["text"], "attribution": value["attribution"] or ""}
