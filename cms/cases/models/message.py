"""What desk and asker say to each other after the first text: questions back, and what is added."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from cms.cases.models.case import Case
from cms.core.models import NormalisedTextMixin


class CaseMessage(NormalisedTextMixin, models.Model):
    """Read by both sides."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="messages")
    is_from_asker = models.BooleanField()
    at = models.DateTimeField(_("time"))
    text = models.TextField()

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("message")
        verbose_name_plural = _("messages")
        default_permissions = ()
        ordering = ["at", "pk"]

    def __str__(self) -> str:
        return f"{self.case_id}, {self.at:%Y-%m-%d}"
