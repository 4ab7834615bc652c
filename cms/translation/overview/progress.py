"""How far the translation is, in figures: for each language, and for each item in all of them."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from django.db.models import Count, Sum
from wagtail.models import Locale

from cms.translation.models import TranslationState
from cms.translation.models.states import percent_done

State = TranslationState.State
# More keys than these are not named one by one: a database has a limit.
FEW = 900


@dataclass
class Progress:
    """One language: how many items are in which state, how many words there are and are left."""

    locale: Locale
    counts: dict[str, int] = field(default_factory=dict)
    words: int = 0
    words_left: int = 0

    @property
    def percent(self) -> int:
        return percent_done(self.words, self.words_left)

    @property
    def states(self) -> list[tuple[str, str, int]]:
        """Return (state, its name, how many), in the order of a translation's life, without those nothing is in."""
        return [(state.value, state.label, self.counts[state]) for state in State if self.counts.get(state)]


def progress_by_language() -> list[Progress]:
    """Return the languages something has to be translated into. Two queries."""
    found = {locale.pk: Progress(locale) for locale in Locale.objects.all()}
    rows = TranslationState.objects.exclude(state=State.ORIGINAL).order_by().values_list("locale", "state")
    for locale, state, number, words, left in rows.annotate(Count("pk"), Sum("words"), Sum("words_left")):
        progress = found[locale]
        progress.counts[state] = number
        progress.words += words
        progress.words_left += left
    return [progress for progress in found.values() if progress.counts]


def put_in_cells(rows: Iterable[TranslationState], languages: Iterable[str]) -> None:
    """Give each original its states in the other languages: `cells`, and attributes for export. One query."""
    rows = list(rows)
    others = TranslationState.objects.exclude(state=State.ORIGINAL).select_related("locale")
    if len(rows) <= FEW:
        others = others.filter(translation_key__in=[row.translation_key for row in rows])
    cells: dict = {}
    for other in others:
        cells.setdefault(other.translation_key, {})[other.locale.language_code] = other
    for row in rows:
        row.cells = cells.get(row.translation_key, {})
        for code in languages:
            cell = row.cells.get(code)
            setattr(row, f"state_{code}", cell.get_state_display() if cell else row.get_state_display())
            setattr(row, f"percent_{code}", cell.percent if cell else None)
            setattr(row, f"words_left_{code}", cell.words_left if cell else None)
            setattr(row, f"since_{code}", cell.outdated_since if cell else None)
