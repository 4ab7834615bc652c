"""Making a key, which is shown once, and revoking one, which is for ever."""

from django import forms
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.urls import path, reverse
from django.utils.cache import add_never_cache_headers
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.views.generic import FormView, TemplateView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.views.generic.permissions import PermissionCheckedMixin
from wagtail.log_actions import log

from cms.core.addresses import absolute_url
from cms.core.text.nfc import clean_text
from cms.partners.models import Partner


class KeyForm(forms.Form):
    """A key needs a name only: what it may do is the partner's affair."""

    name = forms.CharField(
        label=_("Name"),
        max_length=255,
        help_text=_("What will use it, so that it is known later which key may be revoked."),
    )

    def clean_name(self):
        return clean_text(self.cleaned_data["name"])


class OfPartnerView(PermissionCheckedMixin, WagtailAdminTemplateMixin):
    """A page below a partner's, for those who may change partners."""

    model = Partner
    permission_required = "change"
    header_icon = "key"

    @cached_property
    def partner(self) -> Partner:
        return get_object_or_404(Partner, pk=self.kwargs["pk"])

    @property
    def partner_address(self) -> str:
        return reverse("partners:inspect", args=[self.partner.pk])

    def get_page_subtitle(self):
        return self.partner.name

    def get_breadcrumbs_items(self):
        return [
            *self.breadcrumbs_items,
            {"url": reverse("partners:index"), "label": _("Partners")},
            {"url": self.partner_address, "label": self.partner.name},
            {"url": "", "label": self.get_page_title()},
        ]

    def get_context_data(self, **kwargs):
        return super().get_context_data(partner=self.partner, partner_address=self.partner_address, **kwargs)


class AddKeyView(OfPartnerView, FormView):
    """Asks for a name; the answer to its form is the only page that ever shows the key."""

    page_title = _("Create a key")
    form_class = KeyForm
    template_name = "partners/admin/add_key.html"

    def form_valid(self, form):
        key, text = self.partner.create_key(form.cleaned_data["name"])
        log(self.partner, "partners.key.create", user=self.request.user, data={"key": str(key)})
        self.page_title = _("Key created")
        self.template_name = "partners/admin/key_created.html"
        context = self.get_context_data(key=key, text=text, example=example_of(text))
        response = self.render_to_response(context)
        add_never_cache_headers(response)
        response["Cache-Control"] = "no-store"
        return response


class RevokeKeyView(OfPartnerView, TemplateView):
    """Asks once more, then revokes."""

    page_title = _("Revoke a key")
    template_name = "partners/admin/revoke_key.html"

    @cached_property
    def key(self):
        key = self.partner.keys.filter(pk=self.kwargs["key_pk"]).first()
        if key is None:
            raise Http404
        return key

    def get_context_data(self, **kwargs):
        return super().get_context_data(key=self.key, **kwargs)

    def post(self, request, *args, **kwargs):
        if self.key.revoked_at is None:
            self.key.revoke()
            log(self.partner, "partners.key.revoke", user=request.user, data={"key": str(self.key)})
        messages.success(request, _("The key “%(name)s” is revoked.") % {"name": self.key.name})
        return redirect(self.partner_address)


def example_of(text: str) -> str:
    """Return a request with the key, to be tried in a terminal."""
    return f'curl -H "Authorization: Bearer {text}" "{absolute_url("/api/v2/articles/")}?limit=5"'


urlpatterns = [
    path("<int:pk>/keys/new/", AddKeyView.as_view(), name="add_key"),
    path("<int:pk>/keys/<int:key_pk>/revoke/", RevokeKeyView.as_view(), name="revoke_key"),
]
