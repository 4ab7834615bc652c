"""A heading inside a body."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail import blocks

from cms.core.blocks.base import BodyBlock
from cms.core.blocks.contract import TEXT, record
from cms.core.text.slugs import slugify_vietnamese


class HeadingValue(blocks.StructValue):
    """Adds the anchor that links to this heading end with."""

    @property
    def anchor(self) -> str:
        return slugify_vietnamese(self.get("text") or "")


class HeadingBlock(BodyBlock):
    """A heading of level 2 to 4; level 1 is the page's title."""

    level = blocks.ChoiceBlock(
        choices=[
            ("h2", pgettext_lazy("level of a heading", "Section")),
            ("h3", _("Subsection")),
            ("h4", _("Small heading")),
        ],
        default="h2",
        label=_("Level"),
    )
    text = blocks.CharBlock(max_length=255, label=_("Heading"))

    api_schema = record(level={"type": "integer", "enum": [2, 3, 4]}, text=TEXT, anchor=TEXT)

    class Meta:
        icon = "title"
        label = _("Heading")
        template = "blocks/heading.html"
        value_class = HeadingValue
        form_classname = "struct-block heading-block"

    def api_value(self, value):
        return {"level": int(value["level"][1]), "text": value["text"], "anchor": value.anchor}
