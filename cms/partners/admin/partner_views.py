"""A partner in the admin: the list, and the page that shows keys, usage, webhooks and what was sent."""

from datetime import timedelta

from django.db.models import OuterRef, Subquery, Sum
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.admin.ui.tables import BooleanColumn, DateColumn, NumberColumn
from wagtail.admin.views import generic
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.admin.widgets.button import Button

from cms.partners.admin import key_views
from cms.partners.admin.facts import FactsView
from cms.partners.models import Partner, UsageDay, WebhookDelivery
from cms.partners.usage import usage

DAYS_SHOWN = 30
DELIVERIES_SHOWN = 10


class PartnerIndexView(generic.IndexView):
    """The list: a name leads to the partner's own page, from where it is edited."""

    def get_edit_url(self, instance):
        return None

    def get_list_more_buttons(self, instance):
        buttons = super().get_list_more_buttons(instance)
        if self.user_has_permission("change"):
            address = reverse(self.edit_url_name, args=[instance.pk])
            buttons.append(Button(_("Edit"), url=address, icon_name="edit", priority=5))
        return buttons

    def get_base_queryset(self):
        month = UsageDay.objects.filter(
            partner=OuterRef("pk"), day__gt=timezone.localdate() - timedelta(days=DAYS_SHOWN)
        )
        requests = month.order_by().values("partner").annotate(total=Sum("requests")).values("total")
        return super().get_base_queryset().annotate(requests_this_month=Coalesce(Subquery(requests), 0))


class AddPartnerView(generic.CreateView):
    """On to the new partner's own page, where its keys are made."""

    def get_success_url(self):
        return reverse("partners:inspect", args=[self.object.pk])


class EditPartnerView(generic.EditView):
    """Back to the partner's own page afterwards."""

    def get_success_url(self):
        return reverse("partners:inspect", args=[self.object.pk])


class PartnerInspectView(FactsView):
    """Everything about one partner."""

    template_name = "partners/admin/partner.html"

    @cached_property
    def header_more_buttons(self):
        buttons = super().header_more_buttons
        if self.user_has_permission("change"):
            keys = reverse("partners:add_key", args=[self.object.pk])
            webhooks = f"{reverse('partner_webhooks:add')}?partner={self.object.pk}"
            buttons.append(Button(_("Create a key"), url=keys, icon_name="key", priority=12))
            buttons.append(Button(_("Add a webhook"), url=webhooks, icon_name="plus", priority=14))
        return buttons

    def get_context_data(self, **kwargs):
        # What this process has counted already belongs to the picture.
        usage.flush()
        partner = self.object
        days = list(partner.usage_days.filter(day__gt=timezone.localdate() - timedelta(days=DAYS_SHOWN)))
        deliveries = WebhookDelivery.objects.filter(endpoint__partner=partner).select_related("endpoint")
        return super().get_context_data(
            partner=partner,
            keys=partner.keys,
            days=days,
            busiest=max((day.requests for day in days), default=0),
            endpoints=partner.endpoints.all(),
            deliveries=deliveries[:DELIVERIES_SHOWN],
            may_change=self.user_has_permission("change"),
            **kwargs,
        )


class PartnerViewSet(ModelViewSet):
    """Partners."""

    model = Partner
    name = "partners"
    icon = "group"
    menu_label = _("Partners")
    add_to_reference_index = False
    copy_view_enabled = False
    inspect_view_enabled = True
    index_view_class = PartnerIndexView
    add_view_class = AddPartnerView
    edit_view_class = EditPartnerView
    inspect_view_class = PartnerInspectView
    inspect_view_fields = [
        "site_url",
        "contact_name",
        "contact_email",
        "language",
        "responsible",
        "is_enabled",
        "reads_partner_streams",
        "receives_webhooks",
        "requests_per_minute",
        "requests_per_day",
        "created_at",
        "last_used_at",
        "notes",
    ]
    list_display = [
        "name",
        "site_url",
        BooleanColumn("is_enabled", label=_("Enabled")),
        BooleanColumn("reads_partner_streams", label=_("Partner streams")),
        BooleanColumn("receives_webhooks", label=_("Webhooks")),
        NumberColumn("requests_this_month", label=_("Requests in 30 days")),
        DateColumn("last_used_at", label=_("Last use")),
    ]
    list_filter = ["is_enabled", "reads_partner_streams", "receives_webhooks"]
    list_per_page = 50
    search_fields = ["name", "site_url", "contact_name", "contact_email"]
    search_backend_name = None
    panels = [
        MultiFieldPanel(
            [
                FieldPanel("name"),
                FieldPanel("site_url"),
                FieldRowPanel([FieldPanel("contact_name"), FieldPanel("contact_email")]),
                FieldPanel("language"),
                FieldPanel("responsible"),
            ],
            heading=_("Who"),
        ),
        MultiFieldPanel(
            [FieldPanel("is_enabled"), FieldPanel("reads_partner_streams"), FieldPanel("receives_webhooks")],
            heading=_("What keys and webhooks may do"),
        ),
        FieldRowPanel([FieldPanel("requests_per_minute"), FieldPanel("requests_per_day")], heading=_("Quota")),
        FieldPanel("notes"),
    ]

    def get_urlpatterns(self):
        return super().get_urlpatterns() + key_views.urlpatterns
