"""Topics of legal questions."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel

from cms.core.models import BaseSnippet
from cms.core.search_fields import FoldedAutocompleteField


class QuestionTopic(BaseSnippet):
    """Lĩnh vực of a legal question, in a worker's words: one name per language, compared by translation key."""

    name = models.CharField(
        _("name"), max_length=120, help_text=_("A few words that a worker would use, such as “Tiền lương”.")
    )

    panels = [FieldPanel("name")]
    search_fields = [*BaseSnippet.search_fields, FoldedAutocompleteField("name")]

    class Meta(BaseSnippet.Meta):
        verbose_name = _("topic of questions")
        verbose_name_plural = _("topics of questions")
