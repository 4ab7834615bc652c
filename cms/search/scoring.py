"""How well an entry answers a query: the same figures on both databases, from the entry's words alone.

After BM25F (Robertson and Zaragoza, 2009): a word weighs by its rarity, less and less with each time it occurs, more in
a title, less in a long text. Added are words that stand together as typed, for a Vietnamese word is several syllables;
and a word typed with accents hardly counts where it is written with others.
"""

from dataclasses import dataclass
from datetime import timedelta
from math import log

from cms.search.entries import BODY
from cms.search.query import LITTLE_WEIGHT, ParsedQuery
from cms.search.words import folded_key

# Words beyond these are looked up, but not weighed.
MAX_WEIGHED = 3_000
TITLE_WEIGHT = 2.5
SATURATION = 1.2
USUAL_TITLE, USUAL_BODY = 10, 250
OTHER_ACCENTS = 0.25
PAIR_WEIGHT = 0.7
# Where accents tell words apart and few words are asked for, those who match them all stand above all others.
MOST_WORDS_IN_TIERS = 3
# Of two that answer about as well, such as a law and the one it replaced, the newer.
MOST_FOR_AGE, OLD = 0.05, timedelta(days=20 * 365)


@dataclass(frozen=True)
class Score:
    """`tier` 0 stands above 1; in a tier the greater `points` first. `coverage` is how much was found, 0 to 1."""

    tier: int
    points: float
    coverage: float


class Scorer:
    """Weighs entries for one query. `frequencies` say, by folded word, in how many of `total` entries it is."""

    def __init__(self, query: ParsedQuery, frequencies: dict[str, int], total: int):
        self.query = query
        self.weights = [
            _rarity(frequencies.get(unit.folded, 0), total) * (LITTLE_WEIGHT if unit.is_little else 1)
            for unit in query.units
        ]
        self.of_word: dict[str, list[int]] = {}
        for place, unit in enumerate(query.units):
            self.of_word.setdefault(unit.folded, []).append(place)
        self.asked = [
            place for place, unit in enumerate(query.units) if not unit.is_little or query.asked == query.units
        ]
        self.most = sum(self.weights[place] for place in self.asked) or 1.0
        self.variants: dict[tuple[str, ...], list[int]] = {}
        for place, unit in enumerate(query.units):
            for variant in unit.variants:
                self.variants.setdefault(variant, []).append(place)
        self.first_words = {variant[0] for variant in self.variants}

    def score(self, sequence: str) -> Score:
        """Return the score of an entry's sequence (see SearchEntry)."""
        keys = sequence.split()
        end = keys.index(BODY)
        title, body = _Field(self, keys[:end]), _Field(self, keys[end + 1 :][:MAX_WEIGHED])
        title_norm = TITLE_WEIGHT / (0.5 + 0.5 * max(end, 1) / USUAL_TITLE)
        body_norm = 1 / (0.4 + 0.6 * (len(keys) - end) / USUAL_BODY)
        points = found = 0.0
        all_exact = True
        for place, weight in enumerate(self.weights):
            occurrences = title.words[place] * title_norm + body.words[place] * body_norm
            points += weight * _saturated(occurrences)
            if place in self.asked:
                best = max(title.best[place], body.best[place])
                found += weight * best
                all_exact = all_exact and best == 1
        for place in range(len(self.weights) - 1):
            together = title.pairs[place] * title_norm + body.pairs[place] * body_norm
            points += PAIR_WEIGHT * (self.weights[place] + self.weights[place + 1]) / 2 * _saturated(together)
        has_tiers = self.query.is_accented and len(self.asked) <= MOST_WORDS_IN_TIERS
        coverage = found / self.most
        return Score(0 if has_tiers and all_exact else 1, round(points * (0.3 + 0.7 * coverage), 6), coverage)


class _Field:
    """What of a query is in a title or a body, by the places of its words: occurrences, the best of them, pairs."""

    def __init__(self, scorer: Scorer, keys: list[str]):
        count = len(scorer.weights)
        self.words, self.best, self.pairs = [0.0] * count, [0.0] * count, [0.0] * count
        units, is_accented, language = scorer.query.units, scorer.query.is_accented, scorer.query.language
        folded = [folded_key(key, language) for key in keys]
        before: dict[int, float] = {}
        for position, word in enumerate(folded):
            here: dict[int, float] = {}
            for place in scorer.of_word.get(word, ()):
                worth = 1.0 if not is_accented or keys[position] == units[place].exact else OTHER_ACCENTS
                here[place] = worth
                self._count(place, worth)
                if place - 1 in before:
                    self.pairs[place - 1] += min(worth, before[place - 1])
            before = here
            if word in scorer.first_words:
                for variant, places in scorer.variants.items():
                    if tuple(folded[position : position + len(variant)]) == variant:
                        self._count_variant(places)

    def _count(self, place: int, worth: float) -> None:
        self.words[place] += worth
        self.best[place] = max(self.best[place], worth)

    def _count_variant(self, places: list[int]) -> None:
        for place in places:
            self._count(place, 1.0)
            if place + 1 in places:
                self.pairs[place] += 1


def freshness(age: timedelta) -> float:
    """Return what an entry's points are worth by how much older it is than the newest found."""
    return 1 - MOST_FOR_AGE * min(age / OLD, 1)


def _saturated(occurrences: float) -> float:
    return occurrences * (SATURATION + 1) / (occurrences + SATURATION)


def _rarity(frequency: int, total: int) -> float:
    return log(1 + (max(total, frequency) - frequency + 0.5) / (frequency + 0.5))
