"""Exact repeats: a text that was translated before, anywhere, is filled in the same way, per language."""

from collections.abc import Callable, Iterable

from wagtail_localize.models import String, StringSegment, StringTranslation, Translation
from wagtail_localize.strings import StringValue

# Kept in StringTranslation.tool_name, which says how a text came to be translated.
TOOL = "translation memory"
# Two pages of one title still have addresses of their own.
NOT_REPEATED = ("slug",)

# Of higher rooms, which register them: given texts, their language and another, return translations by text.
known_pairs: list[Callable[[Iterable[str], str, str], dict[str, str]]] = []


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
    strings = [string for string, _context in places]
    known = _registered(strings, translation) | {
        string: (former.data, former.last_translated_by_id)
        for string, former in _translated(strings, translation.target_locale_id).items()
    }
    filled = 0
    for string, context in places:
        if string in known:
            data, translator = known[string]
            StringTranslation.objects.create(
                translation_of_id=string,
                context_id=context,
                locale_id=translation.target_locale_id,
                data=data,
                translation_type=StringTranslation.TRANSLATION_TYPE_MANUAL,
                tool_name=TOOL,
                last_translated_by_id=translator,
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


def _registered(strings: list[int], translation: Translation) -> dict[int, tuple[str, None]]:
    """Return what higher rooms know of these strings, by string, with nobody's name."""
    if not strings or not known_pairs:
        return {}
    texts = {
        string: StringValue(data).render_text()
        for string, data in String.objects.filter(pk__in=strings).values_list("pk", "data")
    }
    languages = translation.source.locale.language_code, translation.target_locale.language_code
    pairs = {text: pair for give in known_pairs for text, pair in give(texts.values(), *languages).items()}
    return {
        string: (StringValue.from_plaintext(pairs[text]).data, None) for string, text in texts.items() if text in pairs
    }
