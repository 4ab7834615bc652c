"""What the scheduled erasure did: when, how many, and which numbers; never whose."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class ErasureReport(models.Model):
    """One run that erased something."""

    at = models.DateTimeField(_("time"))
    numbers = models.JSONField(_("cases"))

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("report of erasure")
        verbose_name_plural = _("reports of erasure")
        default_permissions = ()
        ordering = ["-at"]

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d}: {len(self.numbers)}"
