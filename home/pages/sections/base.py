"""The struct block all sections are made from."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from cms.core.blocks.contract import NUMBER, TEXT, record
from home.pages.sections.section import Section

MAX_COUNT = 12


class SectionBlock(blocks.StructBlock):
    """A section of the home page.

    Subclasses override `section`. It is given the block's stored JSON and not its value: resolving choosers would cost
    queries of their own, and what is chosen must be shown in the reader's language anyhow.
    """

    heading = blocks.CharBlock(required=False, max_length=120, label=_("Heading"))

    api_schema = record(heading=TEXT)

    class Meta:
        label_format = "{label}: {heading}"

    def section(self, raw: dict, front) -> Section | None:
        """Return what is shown, or None where there is nothing this section could be about; `front` is a FrontPage."""
        raise NotImplementedError

    def api_value(self, value) -> dict:
        """Return how the section is set up; what it lists is at the endpoints of those types."""
        return {"heading": value["heading"] or ""}

    def get_api_representation(self, value, context=None):
        return self.api_value(value)


def count_block(default: int) -> blocks.IntegerBlock:
    """Return the field that says how many items a section shows."""
    return blocks.IntegerBlock(
        required=False,
        min_value=1,
        max_value=MAX_COUNT,
        default=default,
        label=_("How many"),
        help_text=_("At most 12."),
    )


class IndexedSectionBlock(SectionBlock):
    """The newest items of an index page: galleries, videos, law documents, questions.

    Subclasses say in `Meta` the `index_model` and `item_model` (as "app.Model"), `default_count` and `empty_text`.
    """

    api_schema = record(heading=TEXT, count=NUMBER)

    def section(self, raw, front):
        index = front.index_page(self.meta.index_model)
        count = raw.get("count") or self.meta.default_count
        return Section(
            kind=self.name,
            heading=raw.get("heading") or (index.title if index is not None else str(self.label)),
            url=front.url_of(index),
            cards=front.newest(self.meta.item_model, index, count) if index is not None else [],
            empty_text=str(self.meta.empty_text),
        )

    def api_value(self, value):
        return {**super().api_value(value), "count": value["count"] or self.meta.default_count}
