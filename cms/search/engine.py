"""One search, for both doors: without accents everything is found, with accents the exact words come first.

The databases say what matches (see matching) and count it; what is best is decided here, from the words of a bounded
number of candidates, so that the order is the same on SQLite and PostgreSQL.
"""

from collections import Counter
from dataclasses import dataclass, replace

from django.conf import settings
from django.db.models import Count, Max, QuerySet
from django.utils.functional import cached_property

from cms.search.candidates import (
    COMMON,
    MANY,
    MAX_WEIGHED,
    NEWEST_FIRST,
    Candidate,
    counts,
    likeliest,
    load,
    loose,
)
from cms.search.matching import Matches
from cms.search.models import SearchEntry
from cms.search.query import ParsedQuery, parse
from cms.search.registry import named_exactly
from cms.search.scoring import Scorer, freshness
from cms.search.synonyms import synonym_groups

# A query of more words than this that few entries answer whole is also answered by those that have most of it.
FEW_WORDS, FEW_MATCHES = 2, 10
FACETS = ("type", "topic", "year")


@dataclass(frozen=True)
class Narrowing:
    """What the results are narrowed to; "" and None: not at all. `syndications` are who may have them (None: all)."""

    type: str = ""
    topic: str = ""
    year: int | None = None
    syndications: tuple[str, ...] | None = None

    def takes(self, candidate: Candidate) -> bool:
        return all(getattr(self, name) in ("", None, getattr(candidate, name)) for name in FACETS)

    def of(self, entries: QuerySet) -> QuerySet:
        chosen = {name: getattr(self, name) for name in FACETS if getattr(self, name) not in ("", None)}
        return entries.filter(**chosen)

    def without(self, name: str) -> "Narrowing":
        return replace(self, **{name: None if name == "year" else ""})


@dataclass(frozen=True)
class FacetValue:
    """A value that results can be narrowed to, and how many there would be."""

    value: str | int
    label: str
    count: int


class Search:
    """A search in one language. Nothing is asked of the database before something is wanted."""

    def __init__(self, text: str, language: str, narrowing: Narrowing | None = None):
        self.text, self.language = text, language
        self.narrowing = narrowing or Narrowing()

    @cached_property
    def query(self) -> ParsedQuery:
        return parse(self.text, self.language, self._groups)

    @cached_property
    def total(self) -> int:
        if not self.query.units:
            return 0
        if self._is_wide:
            return self.narrowing.of(self._matching).count()
        return len(self._narrowed)

    def page(self, offset: int, limit: int) -> list[SearchEntry]:
        """Return `limit` entries from `offset` on, best first."""
        if not self.query.units:
            return []
        weighed = [candidate.pk for candidate in self._narrowed]
        chosen = weighed[offset : offset + limit]
        entries = SearchEntry.objects.defer("words", "sequence").in_bulk(chosen) if chosen else {}
        page = [entries[pk] for pk in chosen if pk in entries]
        if self._is_wide and offset + limit > len(weighed):
            rest = self.narrowing.of(self._matching).exclude(pk__in=weighed).order_by(*NEWEST_FIRST)
            start = max(0, offset - len(weighed))
            page += rest.defer("words", "sequence")[start : start + limit - len(chosen)]
        return page

    def facets(self) -> dict[str, list[FacetValue]]:
        """Return what the results can be narrowed to: for each facet as if it alone were not chosen yet."""
        if not self.query.units:
            return {name: [] for name in FACETS}
        return {name: self._facet(name) for name in FACETS}

    def elsewhere(self) -> dict[str, int]:
        """Return how many entries match in the other languages, counted up to a limit; only those with some."""
        return {language: count for language, count in self._elsewhere.items() if count}

    @cached_property
    def _groups(self) -> list[list[str]]:
        return synonym_groups()

    def _entries_in(self, language: str) -> QuerySet:
        entries = SearchEntry.objects.filter(locale=language)
        if self.narrowing.syndications is not None:
            entries = entries.filter(syndication__in=self.narrowing.syndications)
        return entries

    @cached_property
    def _matching(self) -> QuerySet:
        return self._entries_in(self.language).filter(Matches(self.query.all_of("anywhere")))

    @cached_property
    def _counted(self) -> dict:
        """Return frequencies by folded word, the number of entries, of matches, and of matches in other languages."""
        entries, query = self._entries_in(self.language), self.query
        others = {
            language: parse(self.text, language, self._groups)
            for language, _name in settings.LANGUAGES
            if language != self.language
        }
        words = list({unit.folded: unit for unit in query.units}.items())
        asked = [(entries, MANY), (self._matching, MAX_WEIGHED + 1)]
        asked += [
            (self._entries_in(language).filter(Matches(other.all_of("anywhere"))), COMMON)
            for language, other in others.items()
        ]
        asked += [(entries.filter(Matches(unit.anywhere())), COMMON) for _word, unit in words]
        total, matches, *rest = counts(asked)
        return {
            "total": total,
            "matches": matches,
            "elsewhere": dict(zip(others, rest, strict=False)),
            "frequencies": dict(zip((word for word, _unit in words), rest[len(others) :], strict=True)),
        }

    @property
    def _elsewhere(self) -> dict[str, int]:
        return self._counted["elsewhere"] if self.query.units else {}

    @property
    def _is_wide(self) -> bool:
        """Whether so many match that they are counted, and narrowed, in SQL."""
        return self._counted["matches"] > MAX_WEIGHED

    @cached_property
    def _scorer(self) -> Scorer:
        return Scorer(self.query, self._counted["frequencies"], self._counted["total"])

    @cached_property
    def _found(self) -> list[Candidate]:
        """Return the candidates, best first: if they are not all that match, already narrowed."""
        entries = self._entries_in(self.language)
        if self._is_wide:
            candidates = load(likeliest(self.narrowing.of(entries), self.query))
            matching = {candidate.pk for candidate in candidates}
        else:
            candidates = load(self._matching) if self._counted["matches"] else []
            matching = {candidate.pk for candidate in candidates}
            if self._wants_more(len(candidates)):
                known = {candidate.pk for candidate in candidates}
                candidates += [candidate for candidate in self._loose(entries) if candidate.pk not in known]
        named = self._named(entries)
        return self._ranked(candidates, matching, named)

    def _wants_more(self, matches: int) -> bool:
        asked = len(self.query.asked)
        return asked > 1 and (not matches or (asked > FEW_WORDS and matches < FEW_MATCHES))

    def _loose(self, entries: QuerySet) -> list[Candidate]:
        weights = [(self.query.units[place], self._scorer.weights[place]) for place in self._scorer.asked]
        frequencies = self._counted["frequencies"]
        rare = [(unit, weight) for unit, weight in weights if frequencies[unit.folded] < COMMON]
        chosen = [(unit, weight) for unit, weight in rare or weights if frequencies[unit.folded]]
        return load(loose(entries, chosen, is_accented=self.query.is_accented)) if chosen else []

    def _named(self, entries: QuerySet) -> list[Candidate]:
        keys = named_exactly(self.query.text, self.language)
        if not keys:
            return []
        named = entries.filter(
            type__in={label for label, _pk in keys}, object_id__in={object_id for _label, object_id in keys}
        )
        by_key = {(candidate.type, candidate.object_id): candidate for candidate in load(named)}
        return [
            by_key[key] for key in keys if key in by_key and (not self._is_wide or self.narrowing.takes(by_key[key]))
        ]

    def _ranked(self, candidates: list[Candidate], matching: set[int], named: list[Candidate]) -> list[Candidate]:
        above = {candidate.pk for candidate in named}
        scored = []
        newest = max((candidate.date for candidate in candidates), default=None)
        least = _least_coverage(len(self.query.asked))
        for candidate in candidates:
            score = self._scorer.score(candidate.sequence)
            if candidate.pk not in above and (candidate.pk in matching or score.coverage >= least):
                points = score.points * freshness(newest - candidate.date)
                scored.append(((score.tier, -points, -candidate.date.timestamp(), -candidate.pk), candidate))
        return [*named, *(candidate for _key, candidate in sorted(scored))]

    @cached_property
    def _narrowed(self) -> list[Candidate]:
        return [candidate for candidate in self._found if self.narrowing.takes(candidate)]

    def _facet(self, name: str) -> list[FacetValue]:
        others = self.narrowing.without(name)
        label = "topic_label" if name == "topic" else name
        if self._is_wide:
            grouped = others.of(self._matching).order_by().values(name).annotate(times=Count("pk"), label=Max(label))
            values = [FacetValue(row[name], str(row["label"]), row["times"]) for row in grouped]
        else:
            candidates = [candidate for candidate in self._found if others.takes(candidate)]
            labels = {getattr(candidate, name): str(getattr(candidate, label)) for candidate in candidates}
            counted = Counter(getattr(candidate, name) for candidate in candidates)
            values = [FacetValue(value, labels[value], times) for value, times in counted.items()]
        by_size = sorted(values, key=lambda value: (-value.count, value.label))
        if name == "year":
            by_size = sorted(values, key=lambda value: -int(value.value))
        return [value for value in by_size if value.value not in ("", None)]


def _least_coverage(asked: int) -> float:
    """Return how much of a query an entry must have that does not have all its words: of a long one, less."""
    return 0.2 + 1 / asked
