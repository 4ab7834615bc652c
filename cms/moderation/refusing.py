"""What may not go out: asked of whatever is published, or given a moment to be, through every door.

The form of a page says the same before; this is for the workflow, for the clock and for scripts. Wagtail 8.0 has no
hook for it: the actions' own check is wrapped. Can go when there is one.
"""

from collections.abc import Callable
from functools import wraps

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from wagtail.actions.publish_page_revision import PublishPageRevisionAction
from wagtail.actions.publish_revision import PublishRevisionAction

# Of higher rooms, which register them: raise ValidationError where a page or snippet may not be published.
refusals: list[Callable[[models.Model], None]] = []


def require_publishable(instance: models.Model) -> None:
    """Raise ValidationError, with every reason, where this state of a page or snippet may not go out."""
    errors = [error for found in _house_rules(instance).values() for error in found]
    for refuse in refusals:
        try:
            refuse(instance)
        except ValidationError as error:
            errors.append(error)
    if errors:
        raise ValidationError(errors)


def put_in_place() -> None:
    """Have Wagtail's actions ask. Doing it twice changes nothing."""
    for action in (PublishRevisionAction, PublishPageRevisionAction):
        if not getattr(action.check, "asks_refusals", False):
            action.check = _asking(action.check)


def _asking(original):
    @wraps(original)
    def check(self, *args, **kwargs):
        original(self, *args, **kwargs)
        if getattr(self.object, "go_live_at", None) and self.object.go_live_at > timezone.now():
            require_publishable(self.object)
        else:
            # What goes live now is asked for the house's rules when it is saved.
            for refuse in refusals:
                refuse(self.object)

    check.asks_refusals = True
    return check


def _house_rules(instance: models.Model) -> dict[str, list[ValidationError]]:
    return instance.publishing_errors() if hasattr(instance, "publishing_errors") else {}
