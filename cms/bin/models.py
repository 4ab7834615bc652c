"""What lies in the bin: a page with all below it, and how to put it back."""

from datetime import timedelta

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

DAYS = 30


class BinnedPage(models.Model):
    """One deletion. `was_live` lists [page id, id of its live revision or null], parents first."""

    page = models.OneToOneField("wagtailcore.Page", on_delete=models.CASCADE, related_name="binned")
    parent = models.ForeignKey("wagtailcore.Page", null=True, on_delete=models.SET_NULL, related_name="+")
    was_live = models.JSONField(default=list)
    binned_at = models.DateTimeField(_("deleted at"), auto_now_add=True, db_index=True)
    binned_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+", verbose_name=_("deleted by")
    )

    class Meta:
        ordering = ["-binned_at", "-pk"]
        verbose_name = _("deleted page")
        verbose_name_plural = _("deleted pages")

    def __str__(self) -> str:
        return self.page.title

    @property
    def gone_at(self):
        """When it goes for good."""
        return self.binned_at + timedelta(days=DAYS)
