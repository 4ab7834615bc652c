"""The body of a page: every block an editor can put there, in the order the chooser shows them."""

import logging

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from cms.core.blocks.callout import CalloutBlock
from cms.core.blocks.election import ElectionBlock
from cms.core.blocks.files import FilesBlock
from cms.core.blocks.heading import HeadingBlock
from cms.core.blocks.image import ImageBlock
from cms.core.blocks.paragraph import ParagraphBlock
from cms.core.blocks.quote import QuoteBlock
from cms.core.blocks.references import GalleryBlock, LawCitationBlock, QuestionReferenceBlock, VideoBlock
from cms.core.blocks.table import TableBlock
from cms.core.blocks.timeline import TimelineBlock

logger = logging.getLogger("cms.blocks")

TEXT = _("Text")
PICTURES = _("Pictures and videos")
REFERENCES = _("References")


class BodyStreamBlock(blocks.StreamBlock):
    """Text, pictures and references, as DOMAIN.md lists them."""

    # Its name in the API's contract.
    api_name = "Block"

    paragraph = ParagraphBlock(group=TEXT)
    heading = HeadingBlock(group=TEXT)
    quote = QuoteBlock(group=TEXT)
    callout = CalloutBlock(group=TEXT)
    table = TableBlock(group=TEXT)
    timeline = TimelineBlock(group=TEXT)
    image = ImageBlock(group=PICTURES)
    gallery = GalleryBlock(group=PICTURES)
    video = VideoBlock(group=PICTURES)
    files = FilesBlock(group=REFERENCES)
    law_citation = LawCitationBlock(group=REFERENCES)
    question_reference = QuestionReferenceBlock(group=REFERENCES)
    election = ElectionBlock(group=REFERENCES)

    def to_python(self, value):
        """Drop, and log, blocks of a type that no longer exists: an old revision still opens."""
        children = value if isinstance(value, list) else []
        unknown = {child["type"] for child in children if child["type"] not in self.child_blocks}
        if unknown:
            logger.warning("blocks of unknown type were left out: %s", ", ".join(sorted(unknown)))
        return super().to_python(value)

    def get_api_representation(self, value, context=None):
        """Return `[{"id", "type", "value"}]`; a block with nothing to say (its item is gone) is left out."""
        if value is None:
            return []
        children = []
        for child in value:
            representation = child.block.get_api_representation(child.value, context=context)
            if representation is not None:
                children.append({"id": child.id, "type": child.block_type, "value": representation})
        return children


def block_types(*names: str) -> list[tuple[str, blocks.Block]]:
    """Return fresh `(name, block)` pairs of the body's blocks, for a field that allows only some."""
    return [(name, BodyStreamBlock.base_blocks[name]) for name in names]
