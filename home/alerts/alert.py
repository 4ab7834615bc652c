"""An alert: a storm, a closed office, on every page from its first minute to its last."""

from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail_localize.fields import SynchronizedField

from cms.core.models import BaseSnippet


class Level(models.TextChoices):
    """How urgent it is, the least first."""

    INFO = "info", _("Notice")
    WARNING = "warning", _("Warning")
    URGENT = "urgent", _("Urgent")


class Alert(BaseSnippet):
    """Heading and text are each language's own; a language that has none yet shows the Vietnamese."""

    level = models.CharField(_("level"), max_length=10, choices=Level, default=Level.INFO)
    heading = models.CharField(_("heading"), max_length=120)
    text = models.CharField(_("text"), max_length=400, blank=True)
    url = models.URLField(_("address to read more at"), blank=True)
    link_label = models.CharField(_("words of the link"), max_length=80, blank=True)
    shown_from = models.DateTimeField(
        _("shown from"), null=True, blank=True, help_text=_("Vietnamese time. Empty: as soon as it is published.")
    )
    shown_until = models.DateTimeField(
        _("shown until"), help_text=_("Vietnamese time. It vanishes at this minute by itself.")
    )

    label_field = "heading"
    panels = [
        FieldPanel("level"),
        FieldPanel("heading"),
        FieldPanel("text"),
        MultiFieldPanel([FieldRowPanel([FieldPanel("shown_from"), FieldPanel("shown_until")])], heading=_("Shown")),
        MultiFieldPanel([FieldPanel("url"), FieldPanel("link_label")], heading=_("Link")),
    ]
    override_translatable_fields = [
        SynchronizedField("level", overridable=False),
        SynchronizedField("shown_from", overridable=False),
        SynchronizedField("shown_until", overridable=False),
    ]

    class Meta(BaseSnippet.Meta):
        verbose_name = _("alert")
        verbose_name_plural = _("alerts")
        ordering = ["-shown_until", "pk"]

    def clean(self):
        super().clean()
        errors = {}
        if self.shown_from and self.shown_until and self.shown_until <= self.shown_from:
            errors["shown_until"] = ValidationError(_("This must be later than “shown from”."), code="reversed")
        if self.url and not self.link_label.strip():
            errors["link_label"] = ValidationError(_("Say where the link leads."), code="required")
        if errors:
            raise ValidationError(errors)

    def is_shown(self, now: datetime | None = None) -> bool:
        """Whether it is its time at `now` (an aware moment)."""
        now = now or timezone.now()
        return now < self.shown_until and (self.shown_from is None or self.shown_from <= now)

    def next_change(self, now: datetime | None = None) -> datetime | None:
        """Return the first moment after `now` at which it appears or vanishes, or None."""
        now = now or timezone.now()
        return min((moment for moment in (self.shown_from, self.shown_until) if moment and moment > now), default=None)
