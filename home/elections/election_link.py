"""A link of an election: documents, candidates, polling places, results …"""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.models import Orderable, TranslatableMixin
from wagtail_localize.fields import SynchronizedField

from cms.core.models import NormalisedTextMixin


class ElectionLinkGroup(models.TextChoices):
    """What a voter looks for, in the order in which it is shown."""

    DOCUMENTS = "documents", _("Election documents")
    TIMETABLE = "timetable", _("Timetable")
    CANDIDATES = "candidates", _("Candidates")
    POLLING_PLACES = "polling_places", _("Polling places")
    QUESTIONS = "questions", _("Questions and answers")
    RESULTS = "results", _("Results")


class ElectionLink(NormalisedTextMixin, TranslatableMixin, Orderable):
    """One address, and whether it is the electoral authorities' own."""

    election = ParentalKey("home.Election", on_delete=models.CASCADE, related_name="links")
    group = models.CharField(_("group"), max_length=20, choices=ElectionLinkGroup)
    title = models.CharField(_("title"), max_length=255)
    url = models.URLField(_("address"), max_length=500)
    is_official = models.BooleanField(
        _("official"), default=False, help_text=_("It is a page of the authorities responsible for the election.")
    )

    panels = [
        FieldRowPanel([FieldPanel("group"), FieldPanel("is_official")]),
        FieldPanel("title"),
        FieldPanel("url"),
    ]
    # The address stays overridable: some sites have an English page of their own.
    override_translatable_fields = [
        SynchronizedField("group", overridable=False),
        SynchronizedField("is_official", overridable=False),
        SynchronizedField("sort_order", overridable=False),
    ]

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        verbose_name = _("link")
        verbose_name_plural = _("links")

    def __str__(self) -> str:
        return self.title
