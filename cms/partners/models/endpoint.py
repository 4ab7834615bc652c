"""A webhook endpoint: an address of a partner that is told of every change it wants to hear of."""

import secrets
from datetime import datetime, timedelta

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from cms.delivery.changes import FeedScope
from cms.delivery.models import DeliverySequence
from cms.partners.models.partner import Partner
from cms.partners.target import TargetRefusedError, read_target
from cms.partners.webhooks.signing import secret_of

# How long the former secret still signs, too.
ROTATION = timedelta(days=7)


def new_seed() -> str:
    return secrets.token_hex(16)


class WebhookEndpointQuerySet(models.QuerySet):
    """Sentences about endpoints."""

    def receiving(self):
        """Those to which something is sent now."""
        return self.filter(
            state=WebhookEndpoint.State.ACTIVE, partner__is_enabled=True, partner__receives_webhooks=True
        )

    def behind(self, sequence: int):
        """Those that have not been told of everything up to this number."""
        return self.receiving().filter(cursor__lt=sequence)


class WebhookEndpoint(models.Model):
    """Where changes are sent to, which ones, and how far.

    `cursor` is the last number of the delivery sequence that was looked at for this endpoint. Secrets are derived from
    a seed and SECRET_KEY (see cms.partners.webhooks.signing); the seed alone signs nothing.
    """

    class State(models.TextChoices):
        ACTIVE = "active", _("active")
        PAUSED = "paused", _("paused")
        GONE = "gone", _("gone: it answered 410")

    partner = models.ForeignKey(Partner, on_delete=models.CASCADE, related_name="endpoints", verbose_name=_("partner"))
    url = models.CharField(
        _("address"),
        max_length=2000,
        help_text=_("Begins with https:// and is reached from the public internet, on port 443 or 8443."),
    )
    description = models.CharField(_("what for"), max_length=255, blank=True)
    types = models.JSONField(_("types"), default=list, blank=True, help_text=_("None chosen: all."))
    locale = models.CharField(
        _("language"),
        max_length=20,
        blank=True,
        choices=settings.LANGUAGES,
        help_text=_("Empty: every language. Images and documents have none and are sent in any case."),
    )
    state = models.CharField(_("state"), max_length=10, choices=State, default=State.ACTIVE, editable=False)
    seed = models.CharField(max_length=32, default=new_seed, editable=False)
    former_seed = models.CharField(max_length=32, blank=True, editable=False)
    former_until = models.DateTimeField(null=True, blank=True, editable=False)
    cursor = models.PositiveBigIntegerField(default=0, editable=False)
    failures = models.PositiveIntegerField(_("failures in a row"), default=0, editable=False)
    failing_since = models.DateTimeField(_("failing since"), null=True, blank=True, editable=False)
    resting_until = models.DateTimeField(null=True, blank=True, editable=False)
    last_success_at = models.DateTimeField(_("last success"), null=True, blank=True, editable=False)
    paused_at = models.DateTimeField(_("paused since"), null=True, blank=True, editable=False)
    notice_due_at = models.DateTimeField(null=True, blank=True, editable=False, db_index=True)
    created_at = models.DateTimeField(_("since"), auto_now_add=True)

    objects = WebhookEndpointQuerySet.as_manager()

    class Meta:
        verbose_name = _("webhook")
        verbose_name_plural = _("webhooks")
        ordering = ["partner__name", "pk"]

    def __str__(self) -> str:
        return self.url

    def clean(self):
        try:
            read_target(self.url)
        except TargetRefusedError as refused:
            raise ValidationError({"url": refused.args[0]}) from None

    def save(self, *args, **kwargs):
        if self._state.adding and not self.cursor:
            # What was published before is asked for (the feed, or "replay"), not sent unasked.
            self.cursor = DeliverySequence.current().value
        super().save(*args, **kwargs)

    @property
    def is_active(self) -> bool:
        return self.state == self.State.ACTIVE

    @property
    def secret(self) -> str:
        """The secret in its written form, `whsec_…`."""
        return secret_of(self.seed)

    def seeds(self, now: datetime) -> list[str]:
        """Return what signs at this moment: the seed, and while it is being changed the former one."""
        is_rotating = self.former_seed and self.former_until and now < self.former_until
        return [self.seed, self.former_seed] if is_rotating else [self.seed]

    def is_rotating(self, now: datetime) -> bool:
        return len(self.seeds(now)) > 1

    def rotate(self, now: datetime) -> None:
        """Take a new secret; the one until now signs too, for a week."""
        self.former_seed, self.former_until = self.seed, now + ROTATION
        self.seed = new_seed()
        self.save(update_fields=["seed", "former_seed", "former_until"])

    def end_rotation(self) -> None:
        """Let only the new secret sign from now on."""
        self.former_seed, self.former_until = "", None
        self.save(update_fields=["former_seed", "former_until"])

    def pause(self, now: datetime) -> None:
        """Send nothing until someone resumes it; changes wait behind the cursor."""
        self.state, self.paused_at = self.State.PAUSED, now
        self.save(update_fields=["state", "paused_at"])

    def resume(self, now: datetime) -> None:
        """Send again: what waited goes at once, and what changed since is walked to from the cursor."""
        self.state, self.paused_at = self.State.ACTIVE, None
        self.failures, self.failing_since, self.resting_until, self.notice_due_at = 0, None, None, None
        self.save(update_fields=["state", "paused_at", "failures", "failing_since", "resting_until", "notice_due_at"])
        self.deliveries.waiting().update(next_attempt_at=now)

    @property
    def scope(self) -> FeedScope:
        """Which changes this endpoint hears of: those of its types and language that its partner may have."""
        return FeedScope(self.partner.audiences, tuple(self.types), self.locale)
