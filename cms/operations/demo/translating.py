"""English versions through wagtail-localize itself, so that a translator finds every sentence in its editor."""

from collections import defaultdict

from wagtail.models import Locale, Page
from wagtail_localize.models import StringSegment, StringTranslation, Translation, TranslationSource
from wagtail_localize.segments import StringSegmentValue
from wagtail_localize.segments.extract import extract_segments


class SegmentsDifferError(ValueError):
    """The two languages' texts do not have the same structure, so sentences cannot be paired."""


def translate_item(source_instance, english_instance, user=None) -> None:
    """Publish `source_instance`'s English translation, sentence by sentence as `english_instance` (unsaved) has them.

    Raises SegmentsDifferError, naming the field, when a text has another number of segments in English.
    """
    english = Locale.objects.get(language_code="en")
    pairs = _english_by_place(source_instance, english_instance)
    source, _created = TranslationSource.update_or_create_from_instance(source_instance)
    translation, _created = Translation.objects.get_or_create(source=source, target_locale=english)
    seen: dict[str, int] = defaultdict(int)
    rows = []
    segments = StringSegment.objects.filter(source=source).select_related("context").order_by("context__path", "order")
    for segment in segments:
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
    translation.save_target(user=user, publish=True)
    if isinstance(source_instance, Page):
        _give_the_sources_date(source_instance)


def _give_the_sources_date(source: Page) -> None:
    """Both languages of the demo were published on one day: lists by date have one order in both."""
    english = source.get_translation(Locale.objects.get(language_code="en")).specific
    english.first_published_at = source.first_published_at
    english.save(update_fields=["first_published_at"])


def _english_by_place(source_instance, english_instance) -> dict[str, list[str]]:
    source, target = _strings(source_instance), _strings(english_instance)
    for path, strings in source.items():
        if len(strings) != len(target.get(path, [])):
            raise SegmentsDifferError(f"{source_instance!r}, {path}: {strings} / {target.get(path)}")
    return target


def _strings(instance) -> dict[str, list[str]]:
    strings: dict[str, list[str]] = defaultdict(list)
    for segment in extract_segments(instance):
        if isinstance(segment, StringSegmentValue) and not segment.is_empty():
            strings[segment.path].append(segment.string.data)
    return strings
