"""Days off between Monday and Friday, as staff keep them year by year."""

from datetime import date

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel

from cms.cases.working_days import SATURDAY
from cms.core.models import NormalisedTextMixin


class Holiday(NormalisedTextMixin, models.Model):
    """A public holiday, or a day off in lieu of one."""

    date = models.DateField(_("day"), unique=True)
    name = models.CharField(_("name"), max_length=120)

    panels = [FieldPanel("date"), FieldPanel("name")]
    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("day off")
        verbose_name_plural = _("days off")
        ordering = ["-date"]

    def __str__(self) -> str:
        return f"{self.date:%d/%m/%Y} {self.name}"

    @property
    def falls_on_weekend(self) -> bool:
        return self.date.weekday() >= SATURDAY


def days_off() -> set[date]:
    """Return every day off that is known; one query."""
    return set(Holiday.objects.values_list("date", flat=True))
