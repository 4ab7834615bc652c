"""What is done with a whole translation: kept as a draft, published. See handing_in for its way to approval."""

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.admin import messages
from wagtail.models import DraftStateMixin, Page
from wagtail_localize.models import Translation

from cms.translation.editor.texts import texts_of
from cms.translation.facts.guarding import refusal, refusing_segments
from cms.translation.guards import may_publish
from cms.translation.machine import UncheckedTextsError, unchecked_texts

DRAFT, PUBLISH = "draft", "publish"


def finish(request, translation: Translation, target: models.Model) -> None:
    """Do what the form's `action` says, and tell how it went. Raises PermissionDenied."""
    action = request.POST.get("action")
    if action == PUBLISH and not may_publish(request.user, target):
        raise PermissionDenied
    if action not in (DRAFT, PUBLISH) or (action == PUBLISH and _refuses(request, translation)):
        return
    is_published = action == PUBLISH or not isinstance(target, DraftStateMixin)
    try:
        target = translation.save_target(user=request.user, publish=is_published)
    except ValidationError as error:
        messages.error(request, _("Not saved: %(errors)s") % {"errors": "; ".join(error.messages)})
        return
    _tell(request, translation, target, action)


def _refuses(request, translation: Translation) -> bool:
    """Say why a translation is not complete, if it is not."""
    doubtful = refusing_segments(translation.source, translation.target_locale)
    if doubtful:
        messages.error(request, refusal(doubtful))
        return True
    unchecked = unchecked_texts(translation.source, translation.target_locale)
    if unchecked:
        messages.error(request, "; ".join(UncheckedTextsError(unchecked).messages))
    return bool(unchecked)


def _tell(request, translation: Translation, target: models.Model, action: str) -> None:
    names = {"title": str(target), "language": translation.target_locale.get_display_name()}
    done = {
        DRAFT: _("“%(title)s” is saved as a draft in %(language)s."),
        PUBLISH: _("“%(title)s” is published in %(language)s."),
    }
    url = target.get_url(request) if action == PUBLISH and isinstance(target, Page) else None
    buttons = [messages.button(url, _("View live"), new_window=True)] if url else []
    messages.success(request, done[action] % names, buttons=buttons)
    missing = sum(text.translated is None and not text.is_slug for text in texts_of(translation))
    if missing and action != DRAFT:
        text = ngettext(
            "%(number)d text is not translated yet: readers see its old translation, or the source's words.",
            "%(number)d texts are not translated yet: readers see their old translations, or the source's words.",
            missing,
        )
        messages.warning(request, text % {"number": missing})
