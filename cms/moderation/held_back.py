"""What should have gone out at its minute and may not: it waits, and whoever works on it is told why."""

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.models import Page, Revision
from wagtail.permissions import policy_registry

from cms.moderation.refusing import require_publishable
from cms.moderation.work import SHOWN, Item

WORKING = {"add", "change", "publish"}
# The clock looks once a minute: seconds.
LATE = 150


def held_back(user) -> list[Item]:
    """Return what is past its moment among what the user works on, the longest first; one query where nothing is."""
    waiting = Revision.objects.filter(approved_go_live_at__lte=timezone.now())
    waiting = waiting.select_related("base_content_type", "content_type").order_by("approved_go_live_at", "pk")
    finder, items = AdminURLFinder(user), []
    for revision in waiting[: SHOWN * 4]:
        reason = None if len(items) == SHOWN else _reason(revision, user)
        if reason is not None:
            instance = revision.as_object()
            items.append(
                Item(
                    title=revision.object_str,
                    url=finder.get_edit_url(instance),
                    language=instance.locale.language_code if getattr(instance, "locale_id", None) else "",
                    since=revision.approved_go_live_at,
                    note=reason,
                )
            )
    return items


def _reason(revision: Revision, user) -> str | None:
    """Return why a revision is held back; None where that is no matter of the user's, or it goes out this minute."""
    model = revision.base_content_type.model_class()
    policy = policy_registry.get_by_type(model)
    if model is Page:
        own = policy.instances_user_has_any_permission_for(user, WORKING)
        is_own = own.filter(pk=revision.object_id).exists()
    else:
        is_own = policy.user_has_any_permission(user, WORKING)
    if not is_own:
        return None
    try:
        require_publishable(revision.as_object())
    except ValidationError as error:
        return " ".join(dict.fromkeys(error.messages))
    is_late = (timezone.now() - revision.approved_go_live_at).total_seconds() > LATE
    return _("It could not be published. Open it and publish it again, or ask your administrator.") if is_late else None
