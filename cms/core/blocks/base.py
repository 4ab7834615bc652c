"""The struct block all body blocks are made from: a template of its own, and its own words in the API."""

import logging

from wagtail import blocks
from wagtail.models import Page

from cms.core.known_tree import is_restricted_page

logger = logging.getLogger("cms.blocks")


class BodyBlock(blocks.StructBlock):
    """A block of a page's body.

    Subclasses name their template in `Meta`, and override `api_value(value)`, which returns what partners get: JSON
    types only, with real addresses and texts, never a primary key or internal markup; `api_schema` says of what kind
    (see cms.core.blocks.contract).
    """

    def api_value(self, value) -> dict | None:
        raise NotImplementedError

    def get_api_representation(self, value, context=None):
        return self.api_value(value)

    def get_searchable_content(self, value):
        """Return the texts readers see: what an editor chose from a list ("Section", "Warning") is none of them."""
        return [
            text
            for name, block in self.child_blocks.items()
            if not isinstance(block, blocks.ChoiceBlock)
            for text in block.get_searchable_content(value.get(name, block.get_default()))
        ]

    def render(self, value, context=None):
        """Render nothing, and say so in the log, where an old or broken value cannot be shown: never an error page."""
        try:
            return super().render(value, context)
        except (AttributeError, KeyError, LookupError, TypeError, ValueError):
            logger.exception("block %s could not be shown", self.name)
            return ""


def chosen(page_or_snippet):
    """Return a chosen item in the language of the page around it if it is live there, else itself if live, else None.

    A page that only some may see is shown to nobody here: not even its title.
    """
    if page_or_snippet is None:
        return None
    item = page_or_snippet.localized if hasattr(page_or_snippet, "localized") else page_or_snippet
    item = getattr(item, "specific", item)
    if not getattr(item, "live", True):
        return None
    return None if isinstance(item, Page) and is_restricted_page(item) else item
