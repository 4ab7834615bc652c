"""Fields of law."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel

from cms.core.models import BaseSnippet
from cms.core.search_fields import FoldedAutocompleteField


class LegalField(BaseSnippet):
    """Lĩnh vực of a legal document: one name per language, compared by translation key."""

    name = models.CharField(
        _("name"), max_length=120, help_text=_("A few words that readers choose by, such as “Bảo hiểm xã hội”.")
    )

    panels = [FieldPanel("name")]
    search_fields = [*BaseSnippet.search_fields, FoldedAutocompleteField("name")]

    class Meta(BaseSnippet.Meta):
        verbose_name = _("field of law")
        verbose_name_plural = _("fields of law")
