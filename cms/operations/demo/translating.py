"""English versions through wagtail-localize itself, so that a translator finds every sentence in its editor."""

from collections import defaultdict
from collections.abc import Iterable

from wagtail.models import Locale, Page
from wagtail_localize.models import StringSegment, StringTranslation, Translation
from wagtail_localize.segments import StringSegmentValue
from wagtail_localize.segments.extract import extract_segments

from cms.operations.demo.segments import store_source
from cms.translation.facts.guarding import doubtful_segments
from cms.translation.models import FactWaiver

WAIVER = "Dịch thoát ý, đã đối chiếu từng câu."


class SegmentsDifferError(ValueError):
    """The two languages' texts do not have the same structure, so sentences cannot be paired."""


def translate_item(source_instance, english_instance, english: Locale, user=None) -> None:
    """Publish `source_instance`'s English translation, sentence by sentence as `english_instance` (unsaved) has them.

    Raises SegmentsDifferError, naming the field, when a text has another number of segments in English.
    """
    segments = extract_segments(source_instance)
    pairs = _english_by_place(source_instance, segments, english_instance)
    source = store_source(source_instance, segments)
    translation, _created = Translation.objects.get_or_create(source=source, target_locale=english)
    seen: dict[str, int] = defaultdict(int)
    rows = []
    for segment in StringSegment.objects.filter(source=source).select_related("context").order_by("order"):
        path = segment.context.path
        rows.append(
            StringTranslation(
                translation_of_id=segment.string_id,
                locale=english,
                context_id=segment.context_id,
                data=pairs[path][seen[path]],
                translation_type=StringTranslation.TRANSLATION_TYPE_MANUAL,
                last_translated_by=user,
            )
        )
        seen[path] += 1
    # One translation a (string, place): a sentence that stands twice in one place is translated once.
    StringTranslation.objects.bulk_create(rows, ignore_conflicts=True)
    _let_free_wording_stand(source, english, user)
    translation.save_target(user=user, publish=True)
    if isinstance(source_instance, Page):
        # Both languages of the demo were published on one day: lists by date have one order in both.
        made = Page.objects.filter(translation_key=source_instance.translation_key, locale=english)
        made.update(first_published_at=source_instance.first_published_at)


def _let_free_wording_stand(source, english: Locale, user) -> None:
    """Accept the facts of texts that were written for readers, not word for word: "ca ba" is "the night shift"."""
    for segment in doubtful_segments(source, english):
        FactWaiver.objects.get_or_create(
            string_translation=segment.string_translation,
            digest=segment.digest,
            defaults={"reason": WAIVER, "user": user},
        )


def _english_by_place(source_instance, segments: Iterable, english_instance) -> dict[str, list[str]]:
    source, target = _strings(segments), _strings(extract_segments(english_instance))
    for path, strings in source.items():
        if len(strings) != len(target.get(path, [])):
            raise SegmentsDifferError(f"{source_instance!r}, {path}: {strings} / {target.get(path)}")
    return target


def _strings(segments: Iterable) -> dict[str, list[str]]:
    strings: dict[str, list[str]] = defaultdict(list)
    for segment in segments:
        if isinstance(segment, StringSegmentValue):
            strings[segment.path].append(segment.string.data)
    return strings
