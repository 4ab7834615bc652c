"""A translation that is worked on in the translator's editor goes out only when facts agree and people have read it."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from wagtail_localize.models import Translation

from cms.translation.facts.guarding import require_agreeing_facts
from cms.translation.machine import require_checked_texts


def require_complete(instance: models.Model) -> None:
    """Raise ValidationError where a translated page or snippet may not be published. One query, four for a translation.

    What is in the house's language is a source; what somebody has taken over as a page of its own is his to answer for.
    """
    if not getattr(instance, "locale_id", None) or instance.locale.language_code == settings.LANGUAGE_CODE:
        return
    translation = (
        Translation.objects.filter(
            source__object_id=instance.translation_key, target_locale=instance.locale_id, enabled=True
        )
        .select_related("source", "target_locale")
        .first()
    )
    if translation is None:
        return
    errors = []
    for require in (require_agreeing_facts, require_checked_texts):
        try:
            require(translation.source, translation.target_locale)
        except ValidationError as error:
            errors.append(error)
    if errors:
        raise ValidationError(errors)
