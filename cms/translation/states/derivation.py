"""From what is known of an item to its state in each language."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from django.db import models
from wagtail.models import Locale, Page
from wagtail_localize.models import StringTranslation, Translation

from cms.core.fallbacks import is_untranslated
from cms.core.text.folding import fold
from cms.core.text.sort_key import vietnamese_sort_key
from cms.delivery.translation_states import is_outdated, made_from
from cms.translation.models import TranslationState
from cms.translation.states.items import Item, Key
from cms.translation.states.texts import Text, texts_of, version_number

State = TranslationState.State
TITLE_LENGTH = TranslationState._meta.get_field("title").max_length


@dataclass
class Known:
    """What the database knows of some items beside themselves, read at once.

    `open` are (identity, locale) of translations that were begun; `done` and `machine` the (place, digest) of texts by
    (identity, locale); `kept` the rows there are, by the same.
    """

    locales: list[Locale]
    made: dict[int, int]
    open: set[tuple[UUID, int]]
    done: dict[tuple[UUID, int], dict[tuple[str, UUID], bool]]
    machine: dict[tuple[UUID, int], set[tuple[str, UUID]]]
    kept: dict[tuple[UUID, int], TranslationState]
    texts: dict[tuple[str, int], list[Text]] = field(default_factory=dict)

    @classmethod
    def about(cls, items: Iterable[Item], keys: Iterable[Key]) -> "Known":
        items = list(items)
        identities = [identity for _label, identity in keys]
        begun = Translation.objects.filter(source__object_id__in=identities, enabled=True)
        done: dict[tuple[UUID, int], dict[tuple[str, UUID], bool]] = {}
        machine: dict[tuple[UUID, int], set[tuple[str, UUID]]] = {}
        for identity, locale, path, digest, kind, has_error in StringTranslation.objects.filter(
            context__object_id__in=identities
        ).values_list(
            "context__object_id",
            "locale_id",
            "context__path",
            "translation_of__data_hash",
            "translation_type",
            "has_error",
        ):
            done.setdefault((identity, locale), {})[path, digest] = not has_error
            if kind == StringTranslation.TRANSLATION_TYPE_MACHINE:
                machine.setdefault((identity, locale), set()).add((path, digest))
        kept = TranslationState.objects.filter(translation_key__in=identities)
        known = cls(
            locales=list(Locale.objects.all()),
            made=made_from(member for item in items for member in item.members),
            open=set(begun.values_list("source__object_id", "target_locale_id")),
            done=done,
            machine=machine,
            kept={(row.translation_key, row.locale_id): row for row in kept},
        )
        known.texts = texts_of((item.label, item.source.pk) for item in items if known.must_read(item))
        return known

    def must_read(self, item: Item) -> bool:
        """Whether an item's texts must be read anew: they changed, or somebody translates them one by one."""
        identity, source = item.key[1], item.source
        row = self.kept.get((identity, source.locale_id))
        version = version_number(source)
        is_known = row is not None and row.source_id == source.pk and version is not None
        return (
            not is_known
            or row.source_revision_number != version
            or any((identity, one.pk) in self.done for one in self.locales)
        )


def derive(item: Item, known: Known) -> list[TranslationState]:
    """Return an item's rows, not saved: one for each language there is."""
    identity, source = item.key[1], item.source
    texts = known.texts.get((item.label, source.pk))
    words = sum(text.words for text in texts) if texts is not None else known.kept[identity, source.locale_id].words
    title = (source.draft_title or source.title) if isinstance(source, Page) else str(source)
    rows = []
    for locale in known.locales:
        member = next((one for one in item.members if one.locale_id == locale.pk), None)
        state = _state(member, source, (identity, locale.pk), known)
        left, has_machine_text = _left(state, words, texts, known, (identity, locale.pk))
        if state == State.DRAFT and has_machine_text:
            state = State.MACHINE
        rows.append(
            TranslationState(
                type=item.label,
                translation_key=identity,
                locale=locale,
                object_id=member.pk if member is not None else item.stand_ins.get(locale.pk),
                source_id=source.pk,
                source_revision_number=version_number(source),
                state=state,
                title=title[:TITLE_LENGTH],
                folded_title=fold(title)[:TITLE_LENGTH],
                sort_key=vietnamese_sort_key(title, TITLE_LENGTH),
                words=words,
                words_left=left,
                has_machine_text=has_machine_text,
                outdated_since=_since(state, source, known.kept.get((identity, locale.pk))),
            )
        )
    return rows


def is_published(member: models.Model) -> bool:
    """Whether a version of an item is shown to readers as a text of its own."""
    return member.live and not (isinstance(member, Page) and is_untranslated(member))


def _state(member: models.Model | None, source: models.Model, at: tuple[UUID, int], known: Known) -> str:
    if member is not None and member.pk == source.pk:
        return State.ORIGINAL
    if member is None:
        return State.DRAFT if at in known.open else State.MISSING
    if is_published(member):
        return State.OUTDATED if is_outdated(member, source, known.made) else State.CURRENT
    return State.DRAFT


def _left(state: str, words: int, texts: list[Text] | None, known: Known, at: tuple[UUID, int]) -> tuple[int, bool]:
    """Return (words without a translation, whether a machine wrote any that nobody has looked at)."""
    done = known.done.get(at)
    if state == State.ORIGINAL or done is None:
        # Of a text that was translated without segments all that is known is whether it still says the same.
        return (0 if state in (State.ORIGINAL, State.CURRENT) else words), False
    left = sum(text.words for text in texts if not done.get((text.path, text.digest)))
    machine = known.machine.get(at, set())
    return left, any((text.path, text.digest) in machine for text in texts)


def _since(state: str, source: models.Model, kept: TranslationState | None) -> datetime | None:
    """Return when a translation fell behind: at the first publication after the one it was made from."""
    if state != State.OUTDATED:
        return None
    if kept is not None and kept.state == State.OUTDATED and kept.outdated_since is not None:
        return kept.outdated_since
    return source.last_published_at
