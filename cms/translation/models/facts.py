"""What people decided about facts: a disagreement that is right as it stands."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class FactWaiver(models.Model):
    """Somebody's word that one translated text is right, although its facts differ from its source's.

    Holds for exactly the two texts whose digest it carries: whoever changes one of them is asked again.
    """

    string_translation = models.ForeignKey(
        "wagtail_localize.StringTranslation", on_delete=models.CASCADE, related_name="fact_waivers"
    )
    digest = models.CharField(max_length=64, editable=False, help_text=_("SHA-256 of the source and the translation"))
    reason = models.TextField(verbose_name=_("reason"), max_length=1000)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+", verbose_name=_("user")
    )
    created_at = models.DateTimeField(auto_now_add=True, verbose_name=_("waived at"))

    class Meta:
        verbose_name = _("fact waiver")
        verbose_name_plural = _("fact waivers")
        constraints = (
            models.UniqueConstraint(fields=["string_translation", "digest"], name="one_waiver_for_two_texts"),
        )

    def __str__(self):
        return self.reason
