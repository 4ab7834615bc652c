"""Exact repeats: a text that was translated before, anywhere, is filled in the same way, per language."""

from collections.abc import Iterable

from wagtail_localize.models import StringSegment, StringTranslation, Translation

# Kept in StringTranslation.tool_name, which says how a text came to be translated.
TOOL = "translation memory"
# Two pages of one title still have addresses of their own.
NOT_REPEATED = ("slug",)


def fill(translation: Translation, strings: Iterable[int] | None = None) -> int:
    """Fill what is untranslated and was translated elsewhere, the latest first; return how many texts were filled.

    `strings` narrows it to some strings. What a machine wrote and nobody has looked at is not taken over.
    """
    missing = (
        StringSegment.objects.filter(source=translation.source_id)
        .annotate_translation(translation.target_locale_id, include_errors=True)
        .filter(translation=None)
        .exclude(context__path__in=NOT_REPEATED)
    )
    if strings is not None:
        missing = missing.filter(string__in=strings)
    places = list(missing.values_list("string_id", "context_id").distinct())
    known = _translated([string for string, _context in places], translation.target_locale_id)
    filled = 0
    for string, context in places:
        former = known.get(string)
        if former is not None:
            StringTranslation.objects.create(
                translation_of_id=string,
                context_id=context,
                locale_id=translation.target_locale_id,
                data=former.data,
                translation_type=StringTranslation.TRANSLATION_TYPE_MANUAL,
                tool_name=TOOL,
                last_translated_by_id=former.last_translated_by_id,
            )
            filled += 1
    return filled


def _translated(strings: list[int], locale: int) -> dict[int, StringTranslation]:
    """Return the latest translation of each string, by string."""
    rows = (
        StringTranslation.objects.filter(translation_of__in=strings, locale=locale, has_error=False)
        .exclude(translation_type=StringTranslation.TRANSLATION_TYPE_MACHINE)
        .exclude(context__path__in=NOT_REPEATED)
        .order_by("updated_at")
    )
    return {row.translation_of_id: row for row in rows}
