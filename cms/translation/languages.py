"""Who works in which language: snippets have no tree, so the right to a language's pages is the right to its snippets.

Wagtail's permissions on snippets know no languages: a translator who may change categories, to translate them, could
change the Vietnamese ones.
"""

from functools import wraps

from django.core.exceptions import PermissionDenied
from wagtail import hooks
from wagtail.models import GroupPagePermission, Page, TranslatableMixin
from wagtail_localize.views import edit_translation


def works_in(user, locale_id: int) -> bool:
    """Whether a user has any right on pages of a language, or on the whole tree. One query for each user object."""
    if user.is_superuser:
        return True
    if not hasattr(user, "_languages_of_work"):
        rights = GroupPagePermission.objects.filter(group__user=user)
        user._languages_of_work = set(rights.values_list("page__locale_id", "page__depth"))
    return any(locale == locale_id or depth == 1 for locale, depth in user._languages_of_work)


def require_language(user, instance) -> None:
    """Raise PermissionDenied for a snippet of a language the user does not work in."""
    if _is_translatable_snippet(instance) and not works_in(user, instance.locale_id):
        raise PermissionDenied


def _is_translatable_snippet(instance) -> bool:
    # Pages have permissions of their own.
    return isinstance(instance, TranslatableMixin) and not isinstance(instance, Page)


def put_in_place() -> None:
    """Ask at every door of a snippet, before wagtail-localize takes over its editor. Doing it twice changes nothing."""
    if getattr(edit_translation.user_can_edit_instance, "knows_languages", False):
        return
    edit_translation.user_can_edit_instance = _in_own_language(edit_translation.user_can_edit_instance)
    hooks.register("before_edit_snippet", _before_one, order=-10)
    hooks.register("before_delete_snippet", _before_several, order=-10)
    hooks.register("before_unpublish", _before_one, order=-10)


def _in_own_language(original):
    @wraps(original)
    def user_can_edit_instance(user, instance):
        if not original(user, instance):
            return False
        return not _is_translatable_snippet(instance) or works_in(user, instance.locale_id)

    user_can_edit_instance.knows_languages = True
    return user_can_edit_instance


def _before_one(request, instance):
    require_language(request.user, instance)


def _before_several(request, instances):
    for instance in instances:
        require_language(request.user, instance)
