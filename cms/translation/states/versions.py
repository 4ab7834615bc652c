"""Which revision of its source each revision of a translation was made from."""

from collections.abc import Iterable

from wagtail.models import Revision
from wagtail_localize.models import TranslationSource

from cms.delivery.translation_states import source_among
from cms.translation.memory.successors import stand_ins
from cms.translation.models import SourceVersion, TranslatedVersion
from cms.translation.states.items import key_of, load
from cms.translation.states.texts import version_number


def known_versions(revisions: Iterable[int]) -> dict[int, int]:
    """Return by revision of a translation the number of the source's revision it was made from."""
    rows = TranslatedVersion.objects.filter(revision__in=revisions)
    return dict(rows.values_list("revision_id", "source_revision_number"))


def note_reading(source: TranslationSource) -> None:
    """Write down which revision's text a TranslationSource has just taken over."""
    number = version_number(source.get_source_instance())
    SourceVersion.objects.update_or_create(source=source, defaults={"revision_number": number})


def is_behind(source: TranslationSource) -> bool:
    """Whether the source has been changed since its text was taken over for translation."""
    version = SourceVersion.objects.filter(source=source).first()
    instance = source.get_source_instance()
    if version is None:
        # Stored in bulk, or before versions were kept: then only the moments are known.
        published_at = instance.last_published_at
        return published_at is not None and published_at > source.last_updated_at
    return version.revision_number != version_number(instance)


def note_translation(source: TranslationSource, locale, revision: Revision | None) -> None:
    """Write down which version of its source a revision of a translation was made from: what its texts were read from.

    Where changed sentences still have their old translation, it is no newer than the translation that is live.
    """
    version = SourceVersion.objects.filter(source=source).exclude(revision_number=None).first()
    if revision is None or version is None:
        return
    number = version.revision_number
    if stand_ins(source, locale):
        live = TranslatedVersion.objects.filter(
            revision=source.get_translated_instance(locale).live_revision_id
        ).first()
        number = live.source_revision_number if live is not None else number
    TranslatedVersion.objects.create(revision=revision, source_revision_number=number)


def note_publication(instance, revision=None, **kwargs):
    """Take a translation written by hand as made from what was live when it was published (signal `published`)."""
    key = key_of(instance)
    if revision is None or key is None or getattr(instance, "alias_of_id", None) is not None:
        return
    if TranslatedVersion.objects.filter(revision=revision).exists():
        return
    item = load([key]).get(key)
    source = source_among(item.members) if item is not None else None
    if source is not None and source.pk != instance.pk and source.live_revision_id is not None:
        TranslatedVersion.objects.create(revision=revision, source_revision_number=source.live_revision_id)
