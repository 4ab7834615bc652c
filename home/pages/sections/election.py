"""The election block of the home page."""

from django.utils.translation import gettext_lazy as _
from wagtail.snippets.blocks import SnippetChooserBlock

from cms.core.blocks.base import chosen
from cms.core.blocks.contract import TEXT, component, nullable, record
from home.pages.sections.base import SectionBlock
from home.pages.sections.section import Section


class SharedElectionChooserBlock(SnippetChooserBlock):
    """An election chosen once for all languages, each of which shows its own translation."""

    def get_translatable_segments(self, value):
        return []


class ElectionSectionBlock(SectionBlock):
    """An election in the phase it is in now; nothing outside the time in which it is shown."""

    election = SharedElectionChooserBlock("home.Election", label=_("Election"))

    api_schema = record(heading=TEXT, election=nullable(component("Election")))

    class Meta:
        icon = "group"
        label = _("Election information")

    def section(self, raw, front):
        election = front.election(raw.get("election"))
        shown = election.at_this_moment(front.now) if election is not None else None
        return Section(kind=self.name, heading=raw.get("heading") or "", election=shown) if shown is not None else None

    def next_change(self, value, now):
        election = chosen(value.get("election"))
        return election.next_change(now) if election is not None else None

    def api_value(self, value):
        election = chosen(value.get("election"))
        return {**super().api_value(value), "election": election.api_value() if election is not None else None}
