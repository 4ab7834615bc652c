"""The log: what was sent to whom, what came back, and how long it took."""

from django.db.models import OuterRef, Subquery
from django.urls import path
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column, DateColumn, NumberColumn, StatusTagColumn
from wagtail.admin.views import generic

from cms.partners.admin.endpoint_actions import ReplayOneView
from cms.partners.admin.facts import FactsView
from cms.partners.admin.permissions import FollowingViewSet
from cms.partners.models import WebhookAttempt, WebhookDelivery


class DeliveryIndexView(generic.IndexView):
    """The newest first, each with its last answer."""

    def get_base_queryset(self):
        last = WebhookAttempt.objects.filter(delivery=OuterRef("pk")).order_by("-made_at", "-pk")
        return (
            super()
            .get_base_queryset()
            .select_related("endpoint__partner")
            .annotate(
                last_status=Subquery(last.values("status")[:1]),
                last_milliseconds=Subquery(last.values("milliseconds")[:1]),
            )
        )


class DeliveryInspectView(FactsView):
    """One delivery: what was sent, and every attempt."""

    template_name = "partners/admin/delivery.html"

    def get_context_data(self, **kwargs):
        delivery = self.object
        return super().get_context_data(
            delivery=delivery,
            attempts=delivery.attempts.all(),
            may_replay=not delivery.is_test and self.user_has_permission("replay"),
            **kwargs,
        )


class DeliveryViewSet(FollowingViewSet):
    """Webhook deliveries: only looked at, never edited."""

    model = WebhookDelivery
    name = "partner_deliveries"
    url_prefix = "partners/deliveries"
    icon = "history"
    menu_label = _("Webhook log")
    add_to_reference_index = False
    copy_view_enabled = False
    inspect_view_enabled = True
    index_view_class = DeliveryIndexView
    inspect_view_class = DeliveryInspectView
    inspect_view_fields = [
        "endpoint",
        "message_id",
        "op",
        "type",
        "uuid",
        "locale",
        "sequence",
        "state",
        "attempts_made",
        "created_at",
        "next_attempt_at",
    ]
    list_display = [
        "message_id",
        Column("endpoint__partner", label=_("Partner"), accessor=lambda delivery: delivery.endpoint.partner),
        Column("endpoint", label=_("Webhook")),
        Column("op", label=_("What happened")),
        Column("type", label=_("Type of item")),
        StatusTagColumn(
            "state",
            label=_("State"),
            accessor=lambda delivery: delivery.get_state_display(),
            primary=lambda delivery: delivery.state == WebhookDelivery.State.DELIVERED,
        ),
        Column("last_status", label=_("Answer")),
        NumberColumn("last_milliseconds", label=_("ms")),
        DateColumn("created_at", label=_("Time"), sort_key="created_at"),
    ]
    list_filter = ["endpoint", "state", "op"]
    list_per_page = 50
    ordering = "-created_at"
    search_fields = ["message_id", "uuid", "type"]
    search_backend_name = None
    # Wagtail asks for a form although nobody may add or change.
    form_fields = ["state"]

    def get_urlpatterns(self):
        return [*super().get_urlpatterns(), path("<int:pk>/replay/", ReplayOneView.as_view(), name="replay")]
