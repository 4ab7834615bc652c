"""What somebody agreed to, and the notice they had read: versions of a notice, and a record for each purpose."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel

from cms.cases.configurations import Purpose
from cms.cases.models.case import Case
from cms.core.models import NormalisedTextMixin


class ConsentNotice(NormalisedTextMixin, models.Model):
    """The notice shown above the boxes. A version that somebody has read is never changed: another is added."""

    version = models.CharField(_("version"), max_length=20, unique=True, help_text=_("Such as 2026-1."))
    text_vi = models.TextField(_("Vietnamese text"))
    text_en = models.TextField(_("English text"))
    valid_from = models.DateTimeField(_("valid from"))

    panels = [FieldPanel("version"), FieldPanel("valid_from"), FieldPanel("text_vi"), FieldPanel("text_en")]
    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("privacy notice")
        verbose_name_plural = _("privacy notices")
        default_permissions = ("view", "add")
        ordering = ["-valid_from", "-pk"]

    def __str__(self) -> str:
        return self.version

    def clean(self):
        super().clean()
        if self.pk and self.consents.exists():
            raise ValidationError(_("People have agreed to this version: add another one."))

    @classmethod
    def current(cls, now) -> "ConsentNotice | None":
        return cls.objects.filter(valid_from__lte=now).first()

    def text(self, language: str) -> str:
        return self.text_en if language == "en" else self.text_vi


class Consent(models.Model):
    """One purpose, agreed to at a time, perhaps taken back at another. What was not ticked has no row."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="consents")
    notice = models.ForeignKey(ConsentNotice, on_delete=models.PROTECT, related_name="consents")
    purpose = models.CharField(_("purpose"), max_length=10, choices=Purpose)
    given_at = models.DateTimeField(_("given"))
    withdrawn_at = models.DateTimeField(_("withdrawn"), null=True, blank=True)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("consent")
        verbose_name_plural = _("consents")
        default_permissions = ()
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["case", "purpose"], name="one_consent_a_purpose")]

    def __str__(self) -> str:
        return f"{self.purpose} ({self.notice})"
