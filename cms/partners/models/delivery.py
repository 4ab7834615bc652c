"""A webhook delivery: one change, for one endpoint, until it has arrived."""

import secrets
from datetime import datetime, timedelta

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from cms.partners.models.endpoint import WebhookEndpoint

# Longer than an attempt can take (10 s, and what the resolver of names takes); after it another worker tries.
LEASE = timedelta(seconds=20)


class WebhookDeliveryQuerySet(models.QuerySet):
    """Sentences about deliveries."""

    def waiting(self):
        return self.filter(state=WebhookDelivery.State.WAITING)

    def due(self, now: datetime):
        """Those to be tried now, by nobody yet, of endpoints that receive; the oldest first."""
        endpoint = WebhookEndpoint.objects.receiving().filter(Q(resting_until=None) | Q(resting_until__lte=now))
        return (
            self.waiting()
            .filter(next_attempt_at__lte=now, endpoint__in=endpoint)
            .filter(Q(leased_until=None) | Q(leased_until__lte=now))
            .order_by("next_attempt_at", "pk")
        )


class WebhookDelivery(models.Model):
    """What is sent, under which id, and how it went. The body is kept: every attempt sends the same bytes.

    `sequence` is the number of the change in the delivery store, None for a test.
    """

    class State(models.TextChoices):
        WAITING = "waiting", _("waiting")
        DELIVERED = "delivered", _("delivered")
        FAILED = "failed", _("given up")

    endpoint = models.ForeignKey(
        WebhookEndpoint, on_delete=models.CASCADE, related_name="deliveries", verbose_name=_("webhook")
    )
    message_id = models.CharField(_("webhook-id"), max_length=64)
    sequence = models.PositiveBigIntegerField(_("sequence number"), null=True, blank=True)
    op = models.CharField(_("what happened"), max_length=10)
    type = models.CharField(_("type of item"), max_length=64, blank=True)
    uuid = models.UUIDField("uuid", null=True, blank=True)
    locale = models.CharField(_("language"), max_length=20, blank=True)
    body = models.TextField(_("body"))
    state = models.CharField(_("state"), max_length=10, choices=State, default=State.WAITING)
    attempts_made = models.PositiveSmallIntegerField(_("attempts"), default=0)
    next_attempt_at = models.DateTimeField(_("next attempt"), null=True, blank=True)
    lease = models.CharField(max_length=16, blank=True)
    leased_until = models.DateTimeField(null=True, blank=True)
    created_at = models.DateTimeField(_("time"))
    finished_at = models.DateTimeField(null=True, blank=True)

    objects = WebhookDeliveryQuerySet.as_manager()

    class Meta:
        verbose_name = _("webhook delivery")
        verbose_name_plural = _("webhook deliveries")
        constraints = [models.UniqueConstraint(fields=["endpoint", "message_id"], name="unique_webhook_message")]
        indexes = [
            models.Index(fields=["next_attempt_at"], condition=Q(state="waiting"), name="webhook_due"),
            models.Index(fields=["-created_at"], name="webhook_newest"),
        ]
        ordering = ["-created_at", "-pk"]

    def __str__(self) -> str:
        return self.message_id

    @property
    def is_test(self) -> bool:
        return self.sequence is None

    def take(self, now: datetime) -> bool:
        """Take the right to make the next attempt; return whether it is ours. The attempt counts from here."""
        lease = secrets.token_hex(8)
        free = WebhookDelivery.objects.waiting().filter(pk=self.pk, next_attempt_at__lte=now)
        free = free.filter(Q(leased_until=None) | Q(leased_until__lte=now))
        taken = free.update(lease=lease, leased_until=now + LEASE, attempts_made=F("attempts_made") + 1)
        if taken:
            self.refresh_from_db()
        return bool(taken) and self.lease == lease

    def replay(self, now: datetime) -> None:
        """Send it again, under the same id, with all its attempts before it."""
        self.state, self.next_attempt_at, self.finished_at = self.State.WAITING, now, None
        self.attempts_made, self.lease, self.leased_until = 0, "", None
        self.save(update_fields=["state", "next_attempt_at", "finished_at", "attempts_made", "lease", "leased_until"])
