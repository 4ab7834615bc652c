"""This room in the admin: one menu, three lists, and the names under which its history keeps what was done."""

from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.viewsets.model import ModelViewSetGroup
from wagtail.permissions import register_permission_policy

from cms.partners.admin.delivery_views import DeliveryViewSet
from cms.partners.admin.endpoint_views import EndpointViewSet
from cms.partners.admin.partner_views import PartnerViewSet
from cms.partners.admin.permissions import FollowsPartnerPolicy
from cms.partners.models import WebhookDelivery, WebhookEndpoint

EVERYTHING = {"add": "change", "change": "change", "delete": "change", "view": "view"}
LOOKING = {"view": "view", "replay": "change"}

for _model, _actions in ((WebhookEndpoint, EVERYTHING), (WebhookDelivery, LOOKING)):
    register_permission_policy(_model, FollowsPartnerPolicy(_model, _actions), exact_class=True)


class PartnersGroup(ModelViewSetGroup):
    """Partners, and what is sent to them."""

    menu_label = _("Partners")
    menu_name = "partners"
    menu_icon = "group"
    menu_order = 330
    items = (PartnerViewSet, EndpointViewSet, DeliveryViewSet)


@hooks.register("register_admin_viewset")
def partners():
    return PartnersGroup()


@hooks.register("register_log_actions")
def what_was_done(actions):
    for name, label in (
        ("partners.key.create", _("Key created")),
        ("partners.key.revoke", _("Key revoked")),
        ("partners.webhook.pause", _("Webhook paused")),
        ("partners.webhook.resume", _("Webhook resumed")),
        ("partners.webhook.rotate", _("Secret changed")),
        ("partners.webhook.end_rotation", _("Former secret ended")),
        ("partners.webhook.replay", _("Sent again")),
    ):
        actions.register_action(name, label, label)
