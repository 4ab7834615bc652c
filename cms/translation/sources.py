"""What wagtail-localize takes over from a source: drafts too, with its version, and without losing translations.

Put in place once, at start. Can go when wagtail-localize reads drafts, and keeps a changed sentence's translation.
"""

from functools import wraps

from django.db import transaction
from django.db.models.signals import post_save
from wagtail.models import Page
from wagtail_localize.models import Translation, TranslationSource
from wagtail_localize.segments import StringSegmentValue
from wagtail_localize.strings import StringValue

from cms.translation.memory.repeats import fill
from cms.translation.memory.successors import places_of, remember, stand_ins
from cms.translation.states.texts import text_to_translate
from cms.translation.states.versions import is_behind, note_reading


def put_in_place() -> None:
    """Replace what upstream does. Doing it twice changes nothing."""
    if getattr(TranslationSource.refresh_segments, "remembers", False):
        return
    TranslationSource.get_source_instance = _reading_drafts(TranslationSource.get_source_instance)
    TranslationSource.get_or_create_from_instance = _from_newest(TranslationSource.get_or_create_from_instance)
    TranslationSource.update_or_create_from_instance = _from_newest(TranslationSource.update_or_create_from_instance)
    TranslationSource.refresh_segments = _remembering(TranslationSource.refresh_segments)
    TranslationSource._get_segments_for_translation = _with_stand_ins(TranslationSource._get_segments_for_translation)
    post_save.connect(on_submission, sender=Translation, dispatch_uid="translation memory")


def take_over_changes(source: TranslationSource) -> bool:
    """Bring a source's texts up to date where it has changed since they were read; return whether it had."""
    if not is_behind(source):
        return False
    source.update_from_db()
    return True


def on_submission(instance, created=False, raw=False, **kwargs):
    """Fill what was translated before into a translation that is begun, or begun again."""
    if not raw and instance.enabled:
        fill(instance)


def _reading_drafts(original):
    @wraps(original)
    def get_source_instance(self):
        return text_to_translate(original(self))

    return get_source_instance


def _from_newest(original):
    @wraps(original)
    def from_instance(cls, instance):
        instance = text_to_translate(instance.specific if isinstance(instance, Page) else instance)
        source, created = original.__func__(cls, instance)
        if not created:
            take_over_changes(source)
        return source, created

    return classmethod(from_instance)


def _remembering(original):
    @wraps(original)
    def refresh_segments(self):
        with transaction.atomic():
            before = places_of(self)
            original(self)
            note_reading(self)
            remember(before, places_of(self))
            for translation in self.translations.filter(enabled=True):
                fill(translation)

    refresh_segments.remembers = True
    return refresh_segments


def _with_stand_ins(original):
    @wraps(original)
    def get_segments(self, locale, fallback=False):
        segments = original(self, locale, fallback=fallback)
        kept = stand_ins(self, locale) if fallback else {}
        for segment in segments:
            if isinstance(segment, StringSegmentValue) and (segment.path, segment.order) in kept:
                segment.string = StringValue(kept[segment.path, segment.order])
        return segments

    return get_segments
