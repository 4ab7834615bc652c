"""An attempt to deliver: what came back, and how long it took."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from cms.partners.models.delivery import WebhookDelivery

# What is kept of an answer's body, in letters.
EXCERPT_LENGTH = 1000


class WebhookAttempt(models.Model):
    """One request. `status` is None where none came; then `error` says why not."""

    class Error(models.TextChoices):
        REFUSED = "refused", _("address refused")
        NAME = "name", _("host not found")
        CONNECTION = "connection", _("no connection")
        CERTIFICATE = "certificate", _("certificate not valid")
        TIMEOUT = "timeout", _("no answer in time")
        PROTOCOL = "protocol", _("not an HTTP answer")

    delivery = models.ForeignKey(WebhookDelivery, on_delete=models.CASCADE, related_name="attempts")
    made_at = models.DateTimeField(_("time"))
    milliseconds = models.PositiveIntegerField(_("duration"))
    status = models.PositiveSmallIntegerField(_("answer"), null=True, blank=True)
    error = models.CharField(_("failure"), max_length=12, blank=True, choices=Error)
    excerpt = models.TextField(_("what the answer said"), blank=True)

    class Meta:
        ordering = ["made_at", "pk"]

    def __str__(self) -> str:
        return f"{self.delivery} {self.status or self.error}"

    @property
    def is_success(self) -> bool:
        return self.status is not None and 200 <= self.status < 300
