"""Who looked at what people sent in: every look is a row."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from cms.cases.models.case import Case


class CaseAccess(models.Model):
    """One look of one user."""

    class What(models.TextChoices):
        CASE = "case", _("case")
        FILE = "file", _("file")
        COMPARISON = "comparison", _("comparison")
        EXPORT = "export", _("export")

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="accesses")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    at = models.DateTimeField(_("time"))
    what = models.CharField(max_length=12, choices=What)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("look")
        verbose_name_plural = _("looks")
        default_permissions = ()
        ordering = ["-at", "-pk"]

    def __str__(self) -> str:
        return f"{self.case_id} {self.what}"
