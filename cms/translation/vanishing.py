"""When the original goes while it is translated: what was written is saved first, and every door says what happened.

Put in place once, at start. Can go when wagtail-localize answers its own SourceDeletedError.
"""

from contextlib import suppress
from functools import wraps

from django.core.exceptions import ObjectDoesNotExist, ValidationError
from django.db import transaction
from django.db.models import Max
from django.db.models.signals import pre_delete
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.models import DraftStateMixin, TranslatableMixin
from wagtail_localize.models import SourceDeletedError, StringTranslation, Translation
from wagtail_localize.views.submit_translations import SubmitTranslationView
from wagtail_localize.views.update_translations import UpdateTranslationsView


def put_in_place() -> None:
    """Guard the views and listen to deletions. Doing it twice changes nothing."""
    for view in (SubmitTranslationView, UpdateTranslationsView):
        if not getattr(view.dispatch, "tells_what_is_gone", False):
            view.dispatch = _telling(view.dispatch)
    pre_delete.connect(save_what_was_written, dispatch_uid="vanishing sources")


def save_what_was_written(instance, **kwargs):
    """Save open translations of a page or snippet that is about to be deleted as drafts: their texts go with it."""
    if not isinstance(instance, TranslatableMixin) or not isinstance(instance, DraftStateMixin):
        return
    begun = Translation.objects.filter(
        source__object_id=instance.translation_key, source__locale=instance.locale_id, enabled=True
    )
    for translation in begun.select_related("source", "target_locale"):
        if _has_unsaved_texts(translation):
            # A text its field refuses is lost with the source; all others are not.
            with suppress(ValidationError, ObjectDoesNotExist, SourceDeletedError), transaction.atomic():
                translation.save_target(publish=False)


def _has_unsaved_texts(translation: Translation) -> bool:
    saved_at = translation.source.translation_logs.filter(locale=translation.target_locale).aggregate(
        last=Max("created_at")
    )["last"]
    texts = StringTranslation.objects.filter(
        context__object_id=translation.source.object_id, locale=translation.target_locale
    )
    return (texts.filter(updated_at__gt=saved_at) if saved_at else texts).exists()


def _telling(original):
    @wraps(original)
    def dispatch(self, request, *args, **kwargs):
        try:
            return original(self, request, *args, **kwargs)
        except (SourceDeletedError, ObjectDoesNotExist):
            text = _("The original, or something it refers to, has been deleted meanwhile. Nothing was changed.")
            messages.error(request, text)
            return redirect("wagtailadmin_home")

    dispatch.tells_what_is_gone = True
    return dispatch
