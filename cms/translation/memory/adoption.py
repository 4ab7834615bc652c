"""Taking a translation that was written as a page of its own into the translator's editor, text by text.

wagtail-localize offers no way in for what was not sent to translation by it. Can go when it does.
"""

import re
from difflib import SequenceMatcher

from django.db import models, transaction
from wagtail.models import Revision
from wagtail_localize.models import StringSegment, StringTranslation, Translation, TranslationSource
from wagtail_localize.segments import StringSegmentValue
from wagtail_localize.segments.extract import extract_segments

from cms.delivery.translation_states import source_among
from cms.translation.models import SourceVersion, TranslatedVersion
from cms.translation.states.items import key_of, load

_BLOCK_ID = re.compile(r"^[0-9a-f-]{36}$")


def original_of(target: models.Model) -> models.Model | None:
    """Return what a page or snippet could be translated from; None for originals, aliases and what is translated."""
    item = load([key_of(target)]).get(key_of(target))
    if item is None or getattr(target, "alias_of_id", None) is not None:
        return None
    source = source_among(item.members)
    is_begun = Translation.objects.filter(
        source__object_id=target.translation_key, target_locale=target.locale_id
    ).exists()
    return None if source.pk == target.pk or is_begun else source


@transaction.atomic
def adopt(target: models.Model, user) -> tuple[Translation, int, int]:
    """Begin the translation of `target` from its original with the texts it has; return it, (recognised, of all).

    The texts are put beside the version of the source they were made from, where it is still known: so that what has
    changed since shows as changed.
    """
    instance, number = _as_translated(target, original_of(target))
    row, _created = TranslationSource.update_or_create_from_instance(instance)
    if number is not None:
        SourceVersion.objects.filter(source=row).update(revision_number=number)
    theirs = list(StringSegment.objects.filter(source=row).order_by("order").select_related("string", "context"))
    draft = target.get_latest_revision_as_object() if target.latest_revision_id else target
    ours = sorted(
        (one for one in extract_segments(draft) if isinstance(one, StringSegmentValue)), key=lambda one: one.order
    )
    recognised = 0
    for segment, text in _pair(theirs, ours):
        place = {"translation_of": segment.string, "context": segment.context, "locale": target.locale}
        written = {"data": text.string.data, "translation_type": "manual", "last_translated_by": user}
        recognised += StringTranslation.objects.get_or_create(**place, defaults=written)[1]
    return Translation.objects.create(source=row, target_locale=target.locale), recognised, len(theirs)


def _as_translated(target: models.Model, source: models.Model) -> tuple[models.Model, int | None]:
    """Return the source as it was when it was translated, and that revision's number.

    As it is now where that is unknown, or where it is being translated into another language, too.
    """
    is_shared = Translation.objects.filter(source__object_id=target.translation_key, enabled=True).exists()
    made = None if is_shared else TranslatedVersion.objects.filter(revision=target.live_revision_id).first()
    revision = Revision.objects.filter(pk=made.source_revision_number).first() if made is not None else None
    specific = getattr(source, "specific", source)
    return (revision.as_object(), revision.pk) if revision is not None else (specific, None)


def _pair(
    theirs: list[StringSegment], ours: list[StringSegmentValue]
) -> list[tuple[StringSegment, StringSegmentValue]]:
    """Put texts of the same kind beside each other, in their order; what has no counterpart is left out."""
    left = [_shape(segment.context.path) for segment in theirs]
    right = [_shape(text.path) for text in ours]
    matches = SequenceMatcher(None, left, right, autojunk=False).get_matching_blocks()
    return [(theirs[one + step], ours[other + step]) for one, other, size in matches for step in range(size)]


def _shape(path: str) -> tuple[str, ...]:
    """Return a path without what names one block: "body.<uuid>.caption" is ("body", "caption")."""
    return tuple(part for part in path.split(".") if not _BLOCK_ID.match(part))
