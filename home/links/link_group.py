"""Groups of links."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField

from cms.core.models import BaseSnippet
from cms.core.search_fields import FoldedAutocompleteField


class LinkGroup(BaseSnippet):
    """A heading links stand under: one name per language, compared by translation key."""

    name = models.CharField(_("name"), max_length=120)
    order = models.PositiveSmallIntegerField(
        _("order"), default=0, help_text=_("Small numbers stand first; equal ones in the order of their names.")
    )

    panels = [FieldPanel("name"), FieldPanel("order")]
    search_fields = [*BaseSnippet.search_fields, FoldedAutocompleteField("name"), index.AutocompleteField("name")]
    override_translatable_fields = [SynchronizedField("order", overridable=False)]

    class Meta(BaseSnippet.Meta):
        verbose_name = _("group of links")
        verbose_name_plural = _("groups of links")
        ordering = ["order", "sort_key", "pk"]
