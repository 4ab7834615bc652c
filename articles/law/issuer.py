"""Bodies that issue legal documents."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel

from cms.core.models import BaseSnippet
from cms.core.search_fields import FoldedAutocompleteField


class Issuer(BaseSnippet):
    """Cơ quan ban hành: one name per language, compared by translation key."""

    name = models.CharField(
        _("name"),
        max_length=160,
        help_text=_("In full, as the body itself writes it: “Tổng Liên đoàn Lao động Việt Nam”, not “TLĐ”."),
    )

    panels = [FieldPanel("name")]
    search_fields = [*BaseSnippet.search_fields, FoldedAutocompleteField("name")]

    class Meta(BaseSnippet.Meta):
        verbose_name = _("issuing body")
        verbose_name_plural = _("issuing bodies")
