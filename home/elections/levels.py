"""The bodies an election elects, as several choices in one field."""

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _


class Level(models.TextChoices):
    """Bodies that are elected. District councils no longer exist (since 1 July 2025)."""

    NATIONAL_ASSEMBLY = "quoc_hoi", _("National Assembly")
    PROVINCE = "hdnd_tinh", _("Provincial People’s Council")
    COMMUNE = "hdnd_xa", _("People’s Council of the commune, ward or special zone")


class LevelsField(models.JSONField):
    """A list of `Level` values, kept in the order in which the levels are declared; a set of check boxes in forms."""

    default_error_messages = {"unknown": _("“%(value)s” is not one of the elected bodies.")}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **{"default": list, **kwargs})

    def validate(self, value, model_instance):
        super().validate(value, model_instance)
        unknown = [code for code in value if code not in Level.values]
        if unknown:
            raise ValidationError(self.error_messages["unknown"], code="unknown", params={"value": unknown[0]})

    def formfield(self, **kwargs):
        return forms.MultipleChoiceField(
            choices=Level.choices,
            widget=forms.CheckboxSelectMultiple,
            required=not self.blank,
            label=capfirst(self.verbose_name),
            help_text=self.help_text,
        )


def level_labels(codes: list[str]) -> list[str]:
    """Return the names of levels, in their own order, in the active language."""
    return [str(level.label) for level in Level if level.value in codes]
