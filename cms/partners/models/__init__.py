"""The models of this room, where Django looks for them; each has a file of its own."""

from cms.partners.models.attempt import WebhookAttempt
from cms.partners.models.delivery import WebhookDelivery
from cms.partners.models.endpoint import WebhookEndpoint
from cms.partners.models.partner import Partner
from cms.partners.models.usage_day import UsageDay

__all__ = ["Partner", "UsageDay", "WebhookAttempt", "WebhookDelivery", "WebhookEndpoint"]
