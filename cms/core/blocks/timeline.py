"""What happened when."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from cms.core.blocks.base import BodyBlock
from cms.core.blocks.contract import TEXT, list_of, record


class TimelineEntryBlock(BodyBlock):
    """One moment. Its date is text: "Tháng 10/2019" is as good as a day."""

    date_label = blocks.CharBlock(max_length=100, label=_("Date"))
    title = blocks.CharBlock(max_length=255, label=_("Title"))
    text = blocks.TextBlock(required=False, label=_("Text"))

    api_schema = record(date=TEXT, title=TEXT, text=TEXT)

    def api_value(self, value):
        return {"date": value["date_label"], "title": value["title"], "text": value["text"] or ""}


class TimelineBlock(BodyBlock):
    """Moments in order."""

    heading = blocks.CharBlock(required=False, max_length=255, label=_("Heading"))
    entries = blocks.ListBlock(TimelineEntryBlock(), label=_("Moments"))

    api_schema = record(heading=TEXT, entries=list_of(TimelineEntryBlock.api_schema))

    class Meta:
        icon = "history"
        label = _("Timeline")
        template = "blocks/timeline.html"

    def api_value(self, value):
        block = self.child_blocks["entries"].child_block
        return {"heading": value["heading"] or "", "entries": [block.api_value(entry) for entry in value["entries"]]}
