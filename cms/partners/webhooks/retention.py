"""What is known of deliveries and usage is not kept for ever."""

from datetime import timedelta

from django.utils import timezone

from cms.partners.models import UsageDay, WebhookDelivery

LOG_KEPT = timedelta(days=30)
USAGE_KEPT = timedelta(days=400)


def forget_old() -> None:
    """Delete deliveries that ended 30 days ago, with their attempts, and usage of more than a year ago."""
    now = timezone.now()
    finished = WebhookDelivery.objects.exclude(state=WebhookDelivery.State.WAITING)
    finished.filter(finished_at__lt=now - LOG_KEPT).delete()
    UsageDay.objects.filter(day__lt=timezone.localdate(now) - USAGE_KEPT).delete()
