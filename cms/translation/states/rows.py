"""Keeping the rows: derived anew at the end of every transaction that changed what they are derived from."""

from collections.abc import Iterable

from django.db import transaction
from wagtail.models import Locale

from cms.translation.models import TranslationState
from cms.translation.states.derivation import Known, derive
from cms.translation.states.items import Key, load

IDENTITY = ["translation_key", "locale"]
DERIVED = [
    field.name
    for field in TranslationState._meta.concrete_fields
    if not field.primary_key and field.name not in IDENTITY
]
CHUNK = 200


def rebuild(keys: Iterable[Key]) -> None:
    """Bring the rows of these items up to date."""
    keys = sorted(keys, key=str)
    for start in range(0, len(keys), CHUNK):
        chunk = keys[start : start + CHUNK]
        wanted, kept = differences(chunk)
        with transaction.atomic():
            write(wanted, kept)


def differences(keys: Iterable[Key]) -> tuple[list[TranslationState], list[TranslationState]]:
    """Return (rows that are missing or say something else, kept rows that should not be there)."""
    keys = set(keys)
    items = load(keys)
    known = Known.about(items.values(), keys)
    wanted = [row for item in items.values() for row in derive(item, known)]
    surplus = known.kept.keys() - {(row.translation_key, row.locale_id) for row in wanted}
    differing = [row for row in wanted if _values(known.kept.get((row.translation_key, row.locale_id))) != _values(row)]
    return differing, [known.kept[place] for place in surplus]


def write(wanted: list[TranslationState], surplus: list[TranslationState]) -> None:
    """Save rows, whether they are new or not; delete those that are too many."""
    TranslationState.objects.bulk_create(
        wanted, update_conflicts=True, unique_fields=IDENTITY, update_fields=DERIVED, batch_size=CHUNK
    )
    if surplus:
        TranslationState.objects.filter(pk__in=[row.pk for row in surplus]).delete()


def add_language(locale: Locale) -> None:
    """Give everything a row in a new language: nothing of it is translated yet."""
    original = TranslationState.State.ORIGINAL
    rows = TranslationState.objects.filter(state=original).exclude(locale=locale).iterator(chunk_size=1000)
    TranslationState.objects.bulk_create(
        (_missing(row, locale) for row in rows), ignore_conflicts=True, batch_size=CHUNK
    )


def _missing(row: TranslationState, locale: Locale) -> TranslationState:
    row.pk, row.locale, row.object_id = None, locale, None
    row.state, row.words_left, row.outdated_since = TranslationState.State.MISSING, row.words, None
    return row


def _values(row: TranslationState | None) -> tuple:
    return (
        () if row is None else tuple(getattr(row, TranslationState._meta.get_field(name).attname) for name in DERIVED)
    )
