"""A link to another site."""

from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField

from cms.core.cards import Card
from cms.core.models import BaseSnippet
from cms.core.search_fields import FoldedAutocompleteField


class Link(BaseSnippet):
    """Liên kết. Its group keeps the source's identity in every language: groups are compared by translation key."""

    group = models.ForeignKey(
        "home.LinkGroup",
        verbose_name=_("group"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    name = models.CharField(_("name"), max_length=200)
    url = models.URLField(_("address"), max_length=500)
    logo = models.ForeignKey(
        "media.CustomImage",
        verbose_name=_("logo"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("It always stands beside the name, so it needs no alternative text."),
    )
    order = models.PositiveSmallIntegerField(
        _("order"), default=0, help_text=_("Small numbers stand first; equal ones in the order of their names.")
    )
    # Written by the link check, never by editors; not part of what is published.
    last_checked_at = models.DateTimeField(_("last checked"), null=True, blank=True, editable=False)
    last_check_result = models.CharField(_("result of the last check"), max_length=120, blank=True, editable=False)

    panels = [
        FieldPanel("name"),
        FieldPanel("url"),
        FieldPanel("group"),
        FieldPanel("logo"),
        FieldPanel("order"),
        FieldPanel("last_checked_at", read_only=True),
        FieldPanel("last_check_result", read_only=True),
    ]
    search_fields = [
        *BaseSnippet.search_fields,
        FoldedAutocompleteField("name"),
        index.AutocompleteField("name"),
        index.FilterField("group"),
    ]
    # The address stays overridable: some sites have an English page of their own.
    override_translatable_fields = [
        SynchronizedField("group", overridable=False),
        SynchronizedField("logo", overridable=False),
        SynchronizedField("order", overridable=False),
    ]

    class Meta(BaseSnippet.Meta):
        verbose_name = _("link")
        verbose_name_plural = _("links")
        ordering = ["order", "sort_key", "pk"]

    @property
    def logo_picture(self):
        """Return the logo as a decorative Picture, or None."""
        return self.logo.picture("", is_decorative=True) if self.logo is not None else None

    def card(self, label: str | None = None) -> Card:
        """Return the link's card; `label` is its group's name where the caller knows it already."""
        language = self.locale.language_code
        if label is None:
            label = str(self.group.localized) if self.group is not None else ""
        return Card(
            kind="link",
            title=self.name,
            url=self.url,
            label=label,
            lang="" if language == get_language() else language,
            picture=self.logo_picture,
        )
