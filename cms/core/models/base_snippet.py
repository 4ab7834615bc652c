"""The abstract snippet: translatable, with drafts, in NFC, sorted as Vietnamese sorts."""

from django.db import models
from wagtail.models import DraftStateMixin, RevisionMixin, TranslatableMixin, WorkflowMixin
from wagtail.search import index

from cms.core.models.normalised_text import NormalisedTextMixin
from cms.core.models.translation_here import TranslationHere
from cms.core.text.sort_key import vietnamese_sort_key


class BaseSnippet(
    NormalisedTextMixin,
    TranslatableMixin,
    WorkflowMixin,
    DraftStateMixin,
    RevisionMixin,
    index.Indexed,
    models.Model,
):
    """What links, categories, elections, menus and organisation texts have in common.

    `label_field` names the text field that stands for the snippet in lists.
    """

    label_field = "name"
    translation_here = TranslationHere()

    sort_key = models.CharField(max_length=400, editable=False, default="", db_index=True)

    class Meta(TranslatableMixin.Meta):
        abstract = True
        ordering = ["sort_key", "pk"]

    search_fields = [index.FilterField("locale")]

    def __str__(self) -> str:
        return getattr(self, self.label_field)

    def save(self, *args, **kwargs):
        self.sort_key = vietnamese_sort_key(getattr(self, self.label_field), 400)
        super().save(*args, **kwargs)

    @property
    def localized(self):
        """Return the live translation in the active language, or this; at no cost where a list has fetched it."""
        if type(self).translation_here.is_cached(self):
            return self.translation_here or self
        return super().localized
