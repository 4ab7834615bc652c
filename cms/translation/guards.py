"""Who may do what through wagtail-localize's doors.

It asks for one global permission, `submit_translation`, and not for the tree: whoever had it could send any page to
translation and, by "sync translated pages", publish without the right to publish.
"""

from collections.abc import Iterable

from django.core.exceptions import PermissionDenied
from wagtail.models import DraftStateMixin, Locale, Page
from wagtail.permissions import policy_registry

from cms.translation.languages import works_in


def may_translate(user, instance, locale: Locale) -> bool:
    """Whether a user may start or update the translation of a page or snippet into a language.

    For a page: may edit the page there, or, where there is none yet, add one below its nearest translated ancestor.
    For a snippet: may change snippets of its type, and works in that language.
    """
    if not isinstance(instance, Page):
        return works_in(user, locale.pk) and policy_registry.get(instance).user_has_permission(user, "change")
    target = instance.get_translation_or_none(locale)
    if target is not None:
        return target.permissions_for_user(user).can_edit()
    for ancestor in instance.get_ancestors().order_by("-depth"):
        place = ancestor if ancestor.is_root() else ancestor.get_translation_or_none(locale)
        if place is not None:
            return place.permissions_for_user(user).can_add_subpage()
    return False


def may_publish(user, instance) -> bool:
    """Whether a user may publish this page or snippet; what has no drafts is published by changing it."""
    if isinstance(instance, Page):
        return instance.permissions_for_user(user).can_publish()
    action = "publish" if isinstance(instance, DraftStateMixin) else "change"
    return policy_registry.get(instance).user_has_permission(user, action)


def require_translator(user, instance, locales: Iterable[Locale]) -> None:
    """Raise PermissionDenied unless the user may translate into all these languages."""
    if not all(may_translate(user, instance, locale) for locale in locales):
        raise PermissionDenied


def require_publisher(user, instances: Iterable) -> None:
    """Raise PermissionDenied unless the user may publish all these."""
    if not all(may_publish(user, instance) for instance in instances):
        raise PermissionDenied
