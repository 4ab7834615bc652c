"""The sections editors put on the home page, in the order they choose."""

import logging

from wagtail import blocks

from home.pages.sections.election import ElectionSectionBlock
from home.pages.sections.featured import FeaturedSectionBlock
from home.pages.sections.galleries import GalleriesSectionBlock
from home.pages.sections.law import LawSectionBlock
from home.pages.sections.links import LinksSectionBlock
from home.pages.sections.questions import QuestionsSectionBlock
from home.pages.sections.section import Section
from home.pages.sections.stream import StreamSectionBlock
from home.pages.sections.support import SupportSectionBlock
from home.pages.sections.text import TextSectionBlock
from home.pages.sections.videos import VideosSectionBlock
from home.pages.sections.visits import VisitsSectionBlock

logger = logging.getLogger("cms.blocks")


class HomeSectionsBlock(blocks.StreamBlock):
    """Each kind has a template of its name in templates/home/sections/."""

    # Its name in the API's contract.
    api_name = "Section"

    featured = FeaturedSectionBlock()
    stream = StreamSectionBlock()
    election = ElectionSectionBlock()
    law = LawSectionBlock()
    questions = QuestionsSectionBlock()
    galleries = GalleriesSectionBlock()
    videos = VideosSectionBlock()
    links = LinksSectionBlock()
    support = SupportSectionBlock()
    text = TextSectionBlock()
    visits = VisitsSectionBlock()

    class Meta:
        # One lead story and one set of contacts; the rest as often as wanted.
        block_counts = {
            "featured": {"max_num": 1},
            "support": {"max_num": 1},
            "links": {"max_num": 1},
            "visits": {"max_num": 1},
        }

    def sections(self, stream_value, front) -> list[Section]:
        """Return what the home page shows. A section of a kind that no longer exists is left out and logged."""
        sections = []
        for raw in stream_value.raw_data:
            block = self.child_blocks.get(raw["type"])
            if block is None:
                logger.warning("section of unknown kind was left out: %s", raw["type"])
                continue
            section = block.section(raw["value"], front)
            if section is not None:
                sections.append(section)
        return sections

    def get_api_representation(self, value, context=None):
        """Return `[{"id", "type", "value"}]`."""
        if value is None:
            return []
        return [
            {
                "id": child.id,
                "type": child.block_type,
                "value": child.block.get_api_representation(child.value, context),
            }
            for child in value
        ]
