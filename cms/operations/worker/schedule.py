"""Publishing and unpublishing at the time an editor set: Wagtail's `publish_scheduled`, one object at a time.

Wagtail's command stops at the first object that fails; here the others still appear on time, and the one is tried
again the next minute. So is what may not go out as it is.
"""

import logging

from django.apps import apps
from django.core.exceptions import ValidationError
from django.utils import timezone
from wagtail.models import DraftStateMixin, Page, Revision

logger = logging.getLogger(__name__)


def publish_scheduled() -> int:
    """Take down what has expired, then publish what is due; return how many objects changed."""
    now = timezone.now()
    return sum(_attempt(_expire, instance) for instance in _expired(now)) + sum(
        _attempt(_publish, revision)
        for revision in Revision.objects.filter(approved_go_live_at__lte=now).order_by("approved_go_live_at", "pk")
    )


def _expired(now):
    models = [model for model in apps.get_models() if issubclass(model, DraftStateMixin)]
    for model in models:
        # Page itself stands for all its subclasses.
        if model is Page or not issubclass(model, Page):
            yield from list(model.objects.filter(live=True, expire_at__lte=now).order_by("expire_at", "pk"))


def _expire(instance) -> None:
    if isinstance(instance, Page):
        instance = instance.specific
    instance.unpublish(set_expired=True, log_action="wagtail.unpublish.scheduled")


def _publish(revision: Revision) -> None:
    revision.publish(log_action="wagtail.publish.scheduled")


def _attempt(action, subject) -> bool:
    try:
        action(subject)
    except ValidationError as error:
        # Held back, and shown to whoever works on it (cms.moderation.held_back): no fault of ours.
        logger.warning("%s %s may not be published: %s", type(subject).__name__, subject.pk, "; ".join(error.messages))
        return False
    except Exception:
        logger.exception("Scheduled %s of %s %s failed", action.__name__.strip("_"), type(subject).__name__, subject.pk)
        return False
    return True
