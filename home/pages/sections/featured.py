"""The lead story and up to three beside it."""

from django.utils.translation import gettext_lazy as _

from home.pages.sections.base import SectionBlock
from home.pages.sections.section import Section

FEATURED_COUNT = 4


class FeaturedSectionBlock(SectionBlock):
    """The newest articles that editors marked as featured, of any stream."""

    class Meta:
        icon = "pick"
        label = _("Top stories")

    def section(self, raw, front):
        return Section(
            kind=self.name,
            heading=raw.get("heading") or str(self.label),
            cards=front.articles.featured(),
            empty_text=str(_("There are no top stories yet.")),
        )
