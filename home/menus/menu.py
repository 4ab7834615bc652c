"""A menu in one place of the page's frame, one snippet a language."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, InlinePanel
from wagtail.models import Locale
from wagtail_localize.fields import SynchronizedField

from cms.core.models import BaseSnippet


class Place(models.TextChoices):
    """Where a menu stands."""

    MAIN = "main", _("Main menu")
    FOOTER = "footer", _("Footer")


class Menu(BaseSnippet, ClusterableModel):
    """Items in order. A language without a live menu of its own shows the Vietnamese: see menu_entries."""

    place = models.CharField(_("position"), max_length=20, choices=Place)

    label_field = "place"
    panels = [
        FieldPanel("place"),
        InlinePanel(
            "items", heading=_("Items"), label=_("Item"), help_text=_("Pages follow their own titles and addresses.")
        ),
    ]
    override_translatable_fields = [SynchronizedField("place", overridable=False)]

    class Meta(BaseSnippet.Meta):
        verbose_name = _("menu")
        verbose_name_plural = _("menus")
        constraints = [models.UniqueConstraint(fields=["place", "locale"], name="one_menu_a_place_and_language")]

    def __str__(self) -> str:
        return self.get_place_display()

    def clean(self):
        super().clean()
        locale_id = self.locale_id or Locale.get_default().pk
        if Menu.objects.filter(place=self.place, locale_id=locale_id).exclude(pk=self.pk).exists():
            raise ValidationError(
                {"place": _("There is a menu in this place already in this language: change that one.")}
            )
