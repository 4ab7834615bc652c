"""How many read this site: the public numbers, for whoever wants them seen."""

from django.utils.translation import gettext_lazy as _

from home.pages.sections.base import SectionBlock
from home.pages.sections.section import Section


class VisitsSectionBlock(SectionBlock):
    """The numbers themselves are asked for by the template, see cms.statistics."""

    class Meta:
        icon = "view"
        label = _("Visits")

    def section(self, raw, front):
        return Section(kind=self.name, heading=raw.get("heading") or str(_("Visits")))
