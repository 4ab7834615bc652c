"""The organisation: what such a site must state, one snippet a language."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.models import Locale
from wagtail_localize.fields import SynchronizedField

from cms.core.models import BaseSnippet


class Organisation(BaseSnippet):
    """Name, slogan, responsible unit and person, licence and contacts. All but the name are empty unless known.

    What a language leaves empty is shown in Vietnamese: see organisation_texts.
    """

    name = models.CharField(_("name"), max_length=200)
    slogan = models.CharField(_("slogan"), max_length=200, blank=True)
    responsible_unit = models.CharField(
        _("responsible unit"), max_length=200, blank=True, help_text=_("The unit that manages this website.")
    )
    responsible_person = models.CharField(
        _("responsible person"), max_length=200, blank=True, help_text=_("Who answers for the content.")
    )
    licence_number = models.CharField(_("licence number"), max_length=120, blank=True)
    address = models.CharField(_("address"), max_length=255, blank=True)
    telephone = models.CharField(_("telephone"), max_length=40, blank=True)
    email = models.EmailField(_("e-mail"), blank=True)
    footer_text = models.TextField(_("text in the footer"), blank=True)

    panels = [
        FieldPanel("name"),
        FieldPanel("slogan"),
        MultiFieldPanel(
            [FieldPanel("responsible_unit"), FieldPanel("responsible_person"), FieldPanel("licence_number")],
            heading=_("Responsibility"),
            help_text=_("What is not known stays empty: nothing is shown then."),
        ),
        MultiFieldPanel(
            [FieldPanel("address"), FieldRowPanel([FieldPanel("telephone"), FieldPanel("email")])],
            heading=_("Contact"),
        ),
        FieldPanel("footer_text"),
    ]
    override_translatable_fields = [
        SynchronizedField("licence_number", overridable=False),
        SynchronizedField("telephone", overridable=False),
        SynchronizedField("email", overridable=False),
    ]

    class Meta(BaseSnippet.Meta):
        verbose_name = _("organisation")
        verbose_name_plural = _("organisation")
        constraints = [models.UniqueConstraint(fields=["locale"], name="one_organisation_a_language")]

    def clean(self):
        super().clean()
        locale_id = self.locale_id or Locale.get_default().pk
        if Organisation.objects.filter(locale_id=locale_id).exclude(pk=self.pk).exists():
            raise ValidationError(_("The organisation is there already in this language: change that one."))
