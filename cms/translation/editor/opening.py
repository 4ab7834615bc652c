"""Finding a translation that somebody works on, or saying why there is none any more."""

from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ObjectDoesNotExist, PermissionDenied
from django.db import models
from django.http import Http404
from django.shortcuts import get_object_or_404
from wagtail.models import LockableMixin, Page
from wagtail_localize.models import Translation
from wagtail_localize.views import edit_translation


def open_translation(request, translation_id: int) -> tuple[Translation, models.Model]:
    """Return a translation and its target. Raises Http404, or PermissionDenied for who may not edit the target now."""
    known = Translation.objects.select_related("source__locale", "source__object", "target_locale")
    translation = get_object_or_404(known, pk=translation_id)
    try:
        target = translation.get_target_instance()
    except ObjectDoesNotExist:
        raise Http404 from None
    if not edit_translation.user_can_edit_instance(request.user, target) or is_locked_for(request.user, target):
        raise PermissionDenied
    return translation, target


def is_locked_for(user, target: models.Model) -> bool:
    """Whether somebody locked a page or snippet, or approves it, so that this user may not write it now."""
    if isinstance(target, Page):
        return target.permissions_for_user(user).page_locked()
    lock = target.get_lock() if isinstance(target, LockableMixin) else None
    return lock is not None and lock.for_user(user)


def has_source(translation: Translation) -> bool:
    """Whether the original is still there."""
    model = ContentType.objects.get_for_id(translation.source.specific_content_type_id).model_class()
    source = translation.source
    return model._default_manager.filter(translation_key=source.object_id, locale=source.locale_id).exists()
