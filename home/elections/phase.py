"""A phase of an election: what voters read in one stretch of time."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.fields import RichTextField
from wagtail.models import Orderable, TranslatableMixin
from wagtail_localize.fields import SynchronizedField

from cms.core.blocks.paragraph import RICH_TEXT_FEATURES
from cms.core.models import NormalisedTextMixin


class ElectionPhase(NormalisedTextMixin, TranslatableMixin, Orderable):
    """From `begins_at`, inclusive, until `ends_at`, exclusive."""

    election = ParentalKey("home.Election", on_delete=models.CASCADE, related_name="phases")
    label = models.CharField(_("name"), max_length=120, help_text=_("For example “Before election day”."))
    begins_at = models.DateTimeField(_("from"), help_text=_("Vietnamese time."))
    ends_at = models.DateTimeField(_("until"), help_text=_("Vietnamese time; the next phase may begin at this minute."))
    text = RichTextField(_("text"), blank=True, features=RICH_TEXT_FEATURES)

    panels = [
        FieldPanel("label"),
        FieldRowPanel([FieldPanel("begins_at"), FieldPanel("ends_at")]),
        FieldPanel("text"),
    ]
    override_translatable_fields = [
        SynchronizedField("begins_at", overridable=False),
        SynchronizedField("ends_at", overridable=False),
        SynchronizedField("sort_order", overridable=False),
    ]

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        verbose_name = _("phase")
        verbose_name_plural = _("phases")

    def __str__(self) -> str:
        return self.label
