"""The text of a case that is to be published: separate from the original, and signed off by a publisher."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from cms.cases.models.case import Case
from cms.core.models import NormalisedTextMixin


class Publication(NormalisedTextMixin, models.Model):
    """`page` is the draft made from it. `signed_digest` is of the page's text as it was when it was signed off."""

    case = models.OneToOneField(Case, on_delete=models.CASCADE, related_name="publication")
    title = models.CharField(_("title"), max_length=255)
    question = models.TextField(_("question"), blank=True)
    answer = models.TextField(_("answer"))
    page = models.OneToOneField(
        "wagtailcore.Page", null=True, blank=True, on_delete=models.SET_NULL, related_name="case_publication"
    )
    signed_digest = models.CharField(max_length=64, blank=True)
    signed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    signed_at = models.DateTimeField(null=True, blank=True)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("text for publication")
        verbose_name_plural = _("texts for publication")
        default_permissions = ()

    def __str__(self) -> str:
        return str(self.case_id)
