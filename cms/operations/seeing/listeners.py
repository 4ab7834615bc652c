"""Counting what other rooms tell: how long editors' actions take, and what partners' servers answer."""

from django.db.models.signals import post_save

from cms.delivery.signals import action_ended
from cms.operations.seeing.metrics.counts import counts
from cms.partners.models import WebhookAttempt


def connect() -> None:
    action_ended.connect(on_action, dispatch_uid="seeing")
    post_save.connect(on_attempt, sender=WebhookAttempt, dispatch_uid="seeing")


def on_action(sender, seconds: float, **kwargs):
    counts.observe("cms_publish_seconds", seconds, action=sender.__name__.removesuffix("Action"))


def on_attempt(sender, instance, created=False, **kwargs):
    if created:
        counts.add("cms_webhook_attempts_total", result="success" if instance.is_success else "failure")
