"""The texts of a source as they are now: which there are, and how many words each has."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.apps import apps
from django.db import models
from wagtail.models import DraftStateMixin
from wagtail_localize.models import String
from wagtail_localize.segments import StringSegmentValue
from wagtail_localize.segments.extract import extract_segments

from cms.core.blocks.reading import read_bodies
from cms.core.text.words import count_words

# An address is made from the title where nobody translates it: no work that is left.
NO_WORK = ("slug",)


@dataclass(frozen=True)
class Text:
    """A translatable text: its place, wagtail-localize's digest of it, its words."""

    path: str
    digest: UUID
    words: int


def version_number(source: models.Model) -> int | None:
    """Return the number of the revision `text_to_translate` gives; None where the row itself is the text."""
    if getattr(source, "live", True):
        return getattr(source, "live_revision_id", None)
    return getattr(source, "latest_revision_id", None)


def text_to_translate(source: models.Model) -> models.Model:
    """Return what translators translate: what is live, or the latest draft of what is not.

    Before a first publication the row holds what was first typed in, and nothing of what was written since.
    """
    is_draft = isinstance(source, DraftStateMixin) and not source.live and source.latest_revision_id is not None
    return source.get_latest_revision_as_object() if is_draft else source


def texts_of(sources: Iterable[tuple[str, int]]) -> dict[tuple[str, int], list[Text]]:
    """Return the texts of sources named by (label, primary key); one query a type, beside their own parts'."""
    by_label: dict[str, list[int]] = {}
    for label, pk in sources:
        by_label.setdefault(label, []).append(pk)
    found = {
        (label, instance.pk): text_to_translate(instance)
        for label, pks in by_label.items()
        for instance in apps.get_model(label)._default_manager.filter(pk__in=pks)
    }
    read_bodies(found.values())
    return {key: _texts(instance) for key, instance in found.items()}


def _texts(instance: models.Model) -> list[Text]:
    return [
        Text(segment.path, String._get_data_hash(segment.string.data), count_words(segment.string.data))
        for segment in extract_segments(instance)
        if isinstance(segment, StringSegmentValue) and segment.path not in NO_WORK
    ]
