"""Links to other sites in their groups."""

from django.utils.translation import gettext_lazy as _

from home.links.link_directory import link_groups
from home.pages.sections.base import SectionBlock
from home.pages.sections.section import Section


class LinksSectionBlock(SectionBlock):
    """Liên kết."""

    class Meta:
        icon = "link"
        label = _("Links")

    def section(self, raw, front):
        index = front.index_page("home.LinkIndexPage")
        return Section(
            kind=self.name,
            heading=raw.get("heading") or str(self.label),
            url=front.url_of(index),
            cards=[card for group in link_groups() for card in group.cards],
            empty_text=str(_("There are no links yet.")),
        )
