"""Webhooks in the admin: the list, and the page that shows how one is doing."""

from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, ObjectList
from wagtail.admin.ui.tables import Column, DateColumn, StatusTagColumn
from wagtail.admin.views import generic
from wagtail.admin.widgets.button import Button

from cms.partners.admin import endpoint_actions
from cms.partners.admin.endpoint_form import EndpointForm, type_choices
from cms.partners.admin.facts import FactsView
from cms.partners.admin.permissions import FollowingViewSet
from cms.partners.models import WebhookEndpoint

DELIVERIES_SHOWN = 20


class EndpointIndexView(generic.IndexView):
    """The list: an address leads to the page that shows how the webhook is doing."""

    def get_edit_url(self, instance):
        return None

    def get_list_more_buttons(self, instance):
        buttons = super().get_list_more_buttons(instance)
        if self.user_has_permission("change"):
            address = reverse(self.edit_url_name, args=[instance.pk])
            buttons.append(Button(_("Edit"), url=address, icon_name="edit", priority=5))
        return buttons

    def get_base_queryset(self):
        return super().get_base_queryset().select_related("partner")


class AddEndpointView(generic.CreateView):
    """A new webhook, of the partner that `?partner=` names."""

    def get_initial(self):
        partner = self.request.GET.get("partner", "")
        return {"partner": int(partner)} if partner.isascii() and partner.isdigit() and len(partner) < 19 else {}

    def get_success_url(self):
        return reverse("partner_webhooks:inspect", args=[self.object.pk])


class EditEndpointView(generic.EditView):
    """Back to the webhook's own page afterwards."""

    def get_success_url(self):
        return reverse("partner_webhooks:inspect", args=[self.object.pk])


class EndpointInspectView(FactsView):
    """How one webhook is doing, and what can be done about it."""

    template_name = "partners/admin/endpoint.html"

    def get_object(self, queryset=None):
        return super().get_object(WebhookEndpoint.objects.select_related("partner"))

    def get_types_display_value(self):
        names = dict(type_choices())
        return ", ".join(names.get(label, label) for label in self.object.types) or _("all")

    def get_locale_display_value(self):
        return self.object.get_locale_display() or _("all")

    @cached_property
    def header_more_buttons(self):
        buttons = super().header_more_buttons
        log = f"{reverse('partner_deliveries:index')}?endpoint={self.object.pk}"
        buttons.append(Button(_("Log"), url=log, icon_name="history", priority=15))
        return buttons

    def get_context_data(self, **kwargs):
        endpoint = self.object
        return super().get_context_data(
            endpoint=endpoint,
            deliveries=endpoint.deliveries.all()[:DELIVERIES_SHOWN],
            waiting=endpoint.deliveries.waiting().count(),
            is_rotating=endpoint.is_rotating(timezone.now()),
            may_change=self.user_has_permission("change"),
            **kwargs,
        )


class EndpointViewSet(FollowingViewSet):
    """Webhooks."""

    model = WebhookEndpoint
    name = "partner_webhooks"
    url_prefix = "partners/webhooks"
    icon = "upload"
    menu_label = _("Webhooks")
    add_to_reference_index = False
    copy_view_enabled = False
    inspect_view_enabled = True
    index_view_class = EndpointIndexView
    add_view_class = AddEndpointView
    edit_view_class = EditEndpointView
    inspect_view_class = EndpointInspectView
    inspect_view_fields = [
        "partner",
        "url",
        "description",
        "types",
        "locale",
        "state",
        "failing_since",
        "failures",
        "last_success_at",
        "created_at",
    ]
    list_display = [
        "url",
        Column("partner", label=_("Partner")),
        StatusTagColumn(
            "state",
            label=_("State"),
            accessor=lambda endpoint: endpoint.get_state_display(),
            primary=lambda endpoint: endpoint.is_active,
        ),
        DateColumn("last_success_at", label=_("Last success")),
        DateColumn("failing_since", label=_("Failing since")),
    ]
    list_filter = ["partner", "state"]
    list_per_page = 50
    search_fields = ["url", "description", "partner__name"]
    search_backend_name = None
    edit_handler = ObjectList(
        [
            FieldPanel("partner"),
            FieldPanel("url"),
            FieldPanel("description"),
            FieldPanel("types"),
            FieldPanel("locale"),
        ],
        base_form_class=EndpointForm,
    )

    def get_urlpatterns(self):
        return super().get_urlpatterns() + endpoint_actions.urlpatterns
