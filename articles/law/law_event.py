"""What happened to a law document, and when: its status follows from these."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.models import Orderable, TranslatableMixin
from wagtail_localize.fields import SynchronizedField, TranslatableField

from articles.law.law_document_parts import LAW_DOCUMENT
from articles.law.timeline import EventKind
from cms.core.models import NormalisedTextMixin


class LawEvent(NormalisedTextMixin, TranslatableMixin, Orderable):
    """One event. Day, kind and source are the original's in every language; the words are each language's own."""

    law_document = ParentalKey(LAW_DOCUMENT, on_delete=models.CASCADE, related_name="events")
    date = models.DateField(_("day"), help_text=_("The first day on which it counts."))
    event = models.CharField(pgettext_lazy("legal document", "event"), max_length=16, choices=EventKind)
    source_document = models.ForeignKey(
        LAW_DOCUMENT,
        verbose_name=_("by which document"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        help_text=_("The document that replaces, repeals, amends or suspends this one is shown as related by itself."),
    )
    affected_part = models.CharField(
        _("affected part"),
        max_length=255,
        blank=True,
        help_text=_("For example “Điều 5, khoản 2”; empty for all of it."),
    )
    note = models.CharField(_("note"), max_length=255, blank=True)

    panels = [
        FieldRowPanel([FieldPanel("date"), FieldPanel("event")]),
        FieldPanel("source_document"),
        FieldRowPanel([FieldPanel("affected_part"), FieldPanel("note")]),
    ]
    override_translatable_fields = [
        SynchronizedField("date", overridable=False),
        SynchronizedField("event", overridable=False),
        SynchronizedField("source_document", overridable=False),
        TranslatableField("affected_part"),
        TranslatableField("note"),
    ]

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        verbose_name = pgettext_lazy("legal document", "event")
        verbose_name_plural = pgettext_lazy("legal document", "events")

    def __str__(self) -> str:
        return f"{self.get_event_display()} {self.date:%Y-%m-%d}"
