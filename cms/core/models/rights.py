"""Who may show an item again, and under which terms."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel


class Syndication(models.TextChoices):
    """Where an item may be shown again (Decree 147/2024/NĐ-CP: re-publishers name the source and take down)."""

    PUBLIC = "public", _("Anyone, through the open API and feeds")
    PARTNERS = "partners", _("Partners with a key only")
    NONE = "none", _("Nobody: only on this website")


class Licence(models.TextChoices):
    """Terms under which an item may be used again."""

    CC_BY_4 = "cc-by-4.0", _("Creative Commons Attribution 4.0")
    CC_BY_NC_ND_4 = "cc-by-nc-nd-4.0", _("Creative Commons Attribution, non-commercial, no derivatives 4.0")
    OFFICIAL = "official-text", _("Official text, not protected by copyright")
    ALL_RIGHTS = "all-rights-reserved", _("All rights reserved")


LICENCE_URLS = {
    Licence.CC_BY_4: "https://creativecommons.org/licenses/by/4.0/",
    Licence.CC_BY_NC_ND_4: "https://creativecommons.org/licenses/by-nc-nd/4.0/",
}
DEFAULT_SYNDICATION = Syndication.PUBLIC
DEFAULT_LICENCE = Licence.CC_BY_4


class RightsMixin(models.Model):
    """Rights of a page. What is left empty is as its section (the parent page) says, up to the defaults above."""

    syndication = models.CharField(
        _("may be shown again by"),
        max_length=10,
        blank=True,
        choices=Syndication,
        help_text=_("Empty: as its section says. The website itself always shows the page."),
    )
    licence = models.CharField(
        _("licence"), max_length=32, blank=True, choices=Licence, help_text=_("Empty: as its section says.")
    )
    attribution = models.CharField(
        _("attribution"),
        max_length=255,
        blank=True,
        help_text=_("The source that whoever shows this again must name. Empty: as its section says."),
    )
    canonical_source_url = models.URLField(
        _("address of the original"),
        blank=True,
        help_text=_("Only if this was first published elsewhere: search engines are sent there."),
    )

    rights_panels = [
        MultiFieldPanel(
            [
                FieldPanel("syndication"),
                FieldPanel("licence"),
                FieldPanel("attribution"),
                FieldPanel("canonical_source_url"),
            ],
            heading=_("Rights"),
            help_text=_("Who may show this again, and how they must name the source."),
        )
    ]

    class Meta:
        abstract = True

    def effective_right(self, name: str) -> str:
        """Return the value of `syndication`, `licence` or `attribution` that holds here, "" when nobody states one."""
        value = getattr(self, name)
        if value:
            return value
        return self.section.effective_right(name) if isinstance(self.section, RightsMixin) else ""

    @property
    def effective_syndication(self) -> str:
        return self.effective_right("syndication") or DEFAULT_SYNDICATION

    @property
    def effective_licence(self) -> str:
        return self.effective_right("licence") or DEFAULT_LICENCE

    @property
    def effective_attribution(self) -> str:
        return self.effective_right("attribution")

    def rights_statement(self) -> dict:
        """Return what readers are told.

        {"source_name", "source_url", "licence", "licence_url", "attribution", "updated"}
        """
        return {
            "source_name": getattr(self, "source_name", ""),
            "source_url": getattr(self, "source_url", ""),
            "licence": self.licence_label,
            "licence_url": self.licence_url,
            "attribution": self.effective_attribution,
            "updated": self.last_published_at,
        }

    @property
    def licence_label(self) -> str:
        return Licence(self.effective_licence).label

    @property
    def licence_url(self) -> str:
        return LICENCE_URLS.get(self.effective_licence, "")
