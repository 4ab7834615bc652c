"""The election-information block: chosen once, its phases come from the election itself."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.snippets.blocks import SnippetChooserBlock

from cms.core.blocks.base import BodyBlock, chosen
from cms.core.blocks.contract import component


class ElectionValue(blocks.StructValue):
    """Gives templates the election as it stands at this minute, or None outside the time in which it is shown."""

    @property
    def shown(self):
        election = chosen(self.get("election"))
        return election.at_this_moment() if election is not None else None


class ElectionBlock(BodyBlock):
    """The election in the phase it is in now; nothing outside the time in which it is shown."""

    election = SnippetChooserBlock("home.Election", label=_("Election"))

    # As at the elections' own endpoint, without its key there.
    api_schema = component("Election")

    class Meta:
        icon = "group"
        label = _("Election information")
        template = "blocks/election.html"
        value_class = ElectionValue

    def get_translatable_segments(self, value):
        # The election is a snippet with a translation of its own; the block holds no text.
        return []

    def next_change(self, value, now):
        """Return when this block reads differently by itself, see cms.core.blocks.moments."""
        election = chosen(value.get("election"))
        return election.next_change(now) if election is not None else None

    def api_value(self, value):
        election = chosen(value.get("election"))
        return election.api_value() if election is not None else None
