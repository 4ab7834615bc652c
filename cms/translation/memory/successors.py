"""Which sentence took the place of which when a source changed, so that the old translation is still at hand.

wagtail-localize knows a translation by its place and the exact text it translates: one changed comma, and it is lost.
"""

from dataclasses import dataclass
from difflib import SequenceMatcher
from uuid import UUID

from wagtail_localize.models import StringSegment, StringTranslation, TranslationSource
from wagtail_localize.strings import validate_translation_links

from cms.translation.models import FormerString

# How like an old sentence a new one must be to have come from it: in its own place, and in another.
LIKENESS_HERE = 0.3
LIKENESS_ELSEWHERE = 0.6


@dataclass(frozen=True)
class Place:
    """A string at its place in a source."""

    context: int
    string: int
    path: str
    data: str

    @property
    def key(self) -> tuple[int, int]:
        return self.context, self.string


@dataclass(frozen=True)
class Suggestion:
    """A sentence as it was, and what it was in the other language."""

    former: str
    translation: StringTranslation


def places_of(source: TranslationSource) -> list[Place]:
    """Return the strings of a source in their order."""
    rows = StringSegment.objects.filter(source=source).order_by("order")
    return [Place(*row) for row in rows.values_list("context_id", "string_id", "context__path", "string__data")]


def remember(before: list[Place], after: list[Place]) -> None:
    """Write down what became of the sentences of a source whose segments have just been made anew."""
    kept = {place.key for place in before} & {place.key for place in after}
    gone = [place for place in before if place.key not in kept]
    new = [place for place in after if place.key not in kept]
    for old, successor in _pair(gone, new):
        FormerString.objects.update_or_create(
            context_id=successor.context,
            string_id=successor.string,
            defaults={"former_context_id": old.context, "former_string_id": old.string},
        )


def suggestions(identity: UUID, locale, places: list[tuple[int, int]]) -> dict[tuple[int, int], Suggestion]:
    """Return for untranslated (context, string) of one item what their predecessors were translated as. Two queries."""
    former = {
        (row.context_id, row.string_id): row
        for row in FormerString.objects.filter(context__object_id=identity).select_related("former_string")
    }
    if not former:
        return {}
    translated = {
        (row.context_id, row.translation_of_id): row
        for row in StringTranslation.objects.filter(
            context__object_id=identity,
            locale=locale,
            translation_of__in=[row.former_string_id for row in former.values()],
        ).select_related("last_translated_by")
    }
    found = {}
    for place in places:
        step, seen = former.get(place), {place}
        # What it replaced may have been replaced before anybody translated it.
        while step is not None:
            before = step.former_context_id, step.former_string_id
            if before in translated:
                found[place] = Suggestion(step.former_string.data, translated[before])
            if before in translated or before in seen:
                break
            seen.add(before)
            step = former.get(before)
    return found


def stand_ins(source: TranslationSource, locale) -> dict[tuple[str, int], str]:
    """Return by (path, order) what readers get of changed sentences until they are translated: the old translation.

    Left out are those whose links do not fit the new sentence.
    """
    segments = list(
        StringSegment.objects.filter(source=source)
        .annotate_translation(locale)
        .filter(translation=None)
        .select_related("context", "string")
    )
    known = suggestions(source.object_id, locale, [(one.context_id, one.string_id) for one in segments])
    found = {}
    for segment in segments:
        suggestion = known.get((segment.context_id, segment.string_id))
        if suggestion is not None and _fits(segment.string.data, suggestion.translation):
            found[segment.context.path, segment.order] = suggestion.translation.data
    return found


def _fits(data: str, translation: StringTranslation) -> bool:
    try:
        validate_translation_links(data, translation.data)
    except ValueError:
        return False
    return not translation.has_error


def _pair(gone: list[Place], new: list[Place]) -> list[tuple[Place, Place]]:
    """Put each new sentence with the old one it most likely was; in the same place first."""
    pairs = []
    for context in dict.fromkeys(place.context for place in new):
        old_here = [place for place in gone if place.context == context]
        new_here = [place for place in new if place.context == context]
        if len(old_here) == len(new_here) == 1:
            # A field of one text: whatever it says now, it said something else before.
            pairs.append((old_here[0], new_here[0]))
        else:
            pairs += _most_alike(old_here, new_here, LIKENESS_HERE)
    taken = {place for pair in pairs for place in pair}
    rest = [place for place in gone if place not in taken], [place for place in new if place not in taken]
    return pairs + _most_alike(*rest, LIKENESS_ELSEWHERE)


def _most_alike(gone: list[Place], new: list[Place], least: float) -> list[tuple[Place, Place]]:
    candidates = []
    for successor in new:
        matcher = SequenceMatcher(autojunk=False)
        matcher.set_seq2(successor.data.split())
        for old in gone:
            matcher.set_seq1(old.data.split())
            if matcher.real_quick_ratio() >= least and matcher.quick_ratio() >= least:
                candidates.append((matcher.ratio(), old, successor))
    pairs, taken = [], set()
    for likeness, old, successor in sorted(candidates, key=lambda one: -one[0]):
        if likeness >= least and old not in taken and successor not in taken:
            pairs.append((old, successor))
            taken |= {old, successor}
    return pairs
