"""One article stream: a story with its picture, the others as headlines."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from cms.core.blocks.contract import NUMBER, REFERENCE, TEXT, nullable, record
from home.pages.sections.base import SectionBlock, count_block
from home.pages.sections.section import Section

STREAM_COUNT = 4


class SharedPageChooserBlock(blocks.PageChooserBlock):
    """A page chosen once for all languages, each of which shows its own translation: nothing here is translated."""

    def get_translatable_segments(self, value):
        return []


class StreamSectionBlock(SectionBlock):
    """The newest articles of a chosen stream; those at the top of the page already are not repeated."""

    stream = SharedPageChooserBlock("articles.ArticleStreamPage", label=_("Article stream"))
    count = count_block(STREAM_COUNT)

    api_schema = record(heading=TEXT, count=NUMBER, stream=nullable(REFERENCE))

    class Meta:
        icon = "list-ul"
        label = _("Article stream")

    def section(self, raw, front):
        stream = front.translation_here(raw.get("stream"))
        if stream is None:
            return None
        return Section(
            kind=self.name,
            heading=raw.get("heading") or stream.title,
            url=front.url_of(stream),
            cards=front.articles.newest_in(stream, raw.get("count") or STREAM_COUNT),
            empty_text=str(_("Nothing has been published in this stream yet.")),
        )

    def api_value(self, value):
        stream = value["stream"]
        stream = stream.localized.specific if stream is not None else None
        return {
            **super().api_value(value),
            "count": value["count"] or STREAM_COUNT,
            "stream": stream.reference() if stream is not None and stream.live else None,
        }
