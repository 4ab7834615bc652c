"""The form of a webhook endpoint: its types are chosen by name."""

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm

from cms.delivery.registry import all_types
from cms.partners.models import Partner


def type_choices() -> list[tuple[str, str]]:
    """Return (label, name) of every type that is delivered."""
    return [(made.name, capfirst(made.model._meta.verbose_name_plural)) for made in all_types()]


class EndpointForm(WagtailAdminModelForm):
    """`?partner=` of the address chooses the partner of a new endpoint."""

    types = forms.MultipleChoiceField(
        label=_("Types"),
        choices=type_choices,
        widget=forms.CheckboxSelectMultiple,
        required=False,
        help_text=_("None chosen: all."),
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "partner" in self.fields:
            self.fields["partner"].queryset = Partner.objects.filter(receives_webhooks=True)
            self.fields["partner"].help_text = _("Partners that may receive webhooks.")
