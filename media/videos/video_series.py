"""Series of videos: one name per language, compared by translation key."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel

from cms.core.models import BaseSnippet
from cms.core.search_fields import FoldedAutocompleteField


class VideoSeries(BaseSnippet):
    """What videos belong together."""

    name = models.CharField(_("name"), max_length=120)

    panels = [FieldPanel("name")]
    search_fields = [*BaseSnippet.search_fields, FoldedAutocompleteField("name")]

    class Meta(BaseSnippet.Meta):
        verbose_name = _("video series")
        verbose_name_plural = _("video series")
