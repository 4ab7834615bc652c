"""The texts of a translation as the editor shows them, in the order of the source's own form."""

import hashlib
from dataclasses import dataclass
from functools import cached_property
from html import escape, unescape

import nh3
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from wagtail_localize.models import StringSegment, StringTranslation, Translation
from wagtail_localize.views.edit_translation import TabHelper, get_segment_location_info

from cms.core.text.word_diff import word_diff
from cms.core.text.words import count_words, plain_text
from cms.translation.facts.guarding import label_of
from cms.translation.memory.repeats import TOOL
from cms.translation.memory.successors import Suggestion, suggestions

SHOWN_TAGS = {"a", "b", "strong", "i", "em", "u", "s", "sub", "sup", "code", "br", "small"}
# After everything that has a place in the form.
LAST = 10_000
# More letters than these do not stand in one line of the field, the less so in English.
LONG = 50
DONE, MISSING, CHANGED, MACHINE, WRONG = "done", "missing", "changed", "machine", "wrong"


@dataclass
class EditorText:
    """One text: its segment, its translation, and what its predecessor was translated as."""

    owner: Translation
    segment: StringSegment
    label: str
    part: str
    translated: StringTranslation | None
    suggestion: Suggestion | None
    # What somebody else saved meanwhile, and what this person wrote: shown beside each other.
    conflict: StringTranslation | None = None
    typed: str | None = None

    @property
    def html_id(self) -> str:
        return f"text-{self.segment.context_id}-{self.segment.string_id}"

    @property
    def url(self) -> str:
        return reverse("translated_text", args=[self.owner.pk, self.segment.context_id, self.segment.string_id])

    @property
    def is_slug(self) -> bool:
        return self.segment.context.path == "slug"

    @property
    def is_plain(self) -> bool:
        """Whether the source has no formatting: then nobody has to know what an entity is."""
        return "<" not in self.segment.string.data

    @property
    def is_long(self) -> bool:
        return len(self.segment.string.data) > LONG

    @property
    def words(self) -> int:
        return 0 if self.is_slug else count_words(self.segment.string.data)

    @cached_property
    def state(self) -> str:
        if self.translated is None:
            return CHANGED if self.suggestion is not None else MISSING
        if self.translated.has_error:
            return WRONG
        return MACHINE if self.is_machine else DONE

    @property
    def is_machine(self) -> bool:
        return (
            self.translated is not None
            and self.translated.translation_type == StringTranslation.TRANSLATION_TYPE_MACHINE
        )

    @property
    def is_from_memory(self) -> bool:
        return self.translated is not None and self.translated.tool_name == TOOL

    @property
    def error(self) -> str | None:
        return self.translated.get_error() if self.translated is not None else None

    @property
    def version(self) -> str:
        """What the person who writes has seen: compared when the text is saved."""
        return version_of(self.translated)

    @property
    def source_html(self) -> SafeString:
        return mark_safe(nh3.clean(self.segment.string.data, tags=SHOWN_TAGS, attributes={}))

    @property
    def source_value(self) -> str:
        return self.to_field(self.segment.string.data)

    @property
    def diff(self) -> SafeString | str:
        if self.suggestion is None:
            return ""
        return word_diff(plain_text(self.suggestion.former), plain_text(self.segment.string.data))

    @property
    def value(self) -> str:
        """What stands in the field: what was typed, the translation, or the old translation to go on from."""
        if self.typed is not None:
            return self.typed
        if self.translated is not None:
            return self.to_field(self.translated.data)
        return self.to_field(self.suggestion.translation.data) if self.suggestion is not None else ""

    @property
    def conflict_value(self) -> str:
        return self.to_field(self.conflict.data) if self.conflict is not None else ""

    def to_field(self, data: str) -> str:
        return unescape(data) if self.is_plain else data

    def from_field(self, value: str) -> str:
        return escape(value, quote=False) if self.is_plain else value


def version_of(translated: StringTranslation | None) -> str:
    return hashlib.sha256(translated.data.encode()).hexdigest()[:16] if translated is not None else ""


def texts_of(translation: Translation) -> list[EditorText]:
    """Return all texts in the order of the source's form. A handful of queries."""
    source = translation.source
    segments = list(
        StringSegment.objects.filter(source=source).order_by("order").select_related("string", "context", "source")
    )
    rows = StringTranslation.objects.filter(
        context__object_id=source.object_id, locale=translation.target_locale
    ).select_related("last_translated_by", "translation_of__locale", "locale", "context")
    translated = {(row.context_id, row.translation_of_id): row for row in rows}
    missing = [(one.context_id, one.string_id) for one in segments if (one.context_id, one.string_id) not in translated]
    known = suggestions(source.object_id, translation.target_locale, missing)
    instance = source.get_source_instance()
    places, found, seen = TabHelper(instance), [], set()
    for segment in segments:
        key = segment.context_id, segment.string_id
        # The same sentence twice in one field is translated once.
        if key in seen:
            continue
        seen.add(key)
        location = _location_of(segment, instance, places)
        text = EditorText(
            owner=translation,
            segment=segment,
            label=str(location["field"]),
            part=str(location["subField"] or ""),
            translated=translated.get(key),
            suggestion=known.get(key),
        )
        found.append(((location["order"], segment.order), text))
    return [text for _order, text in sorted(found, key=lambda one: one[0])]


def _location_of(segment: StringSegment, instance, places: TabHelper) -> dict:
    context = segment.context
    try:
        return get_segment_location_info(instance, places, context.path, context.get_field_path(instance))
    except LookupError:
        # The source's form does not show it, or calls it otherwise than its text does; readers see it all the same.
        return {"field": label_of(context.path, segment.source), "subField": "", "order": LAST}
