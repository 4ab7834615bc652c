"""Where a text and its translation disagree about a fact."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction

from cms.core.text.words import plain_text
from cms.translation.facts.calendar import weekday_of, years_of
from cms.translation.facts.fact import DATE, DOCUMENT_NUMBER, LINK, MONEY, NUMBER, PERCENTAGE, TIME, Fact, Reading
from cms.translation.facts.reading import can_read, read_facts

# A translator may say the day, the number of a document or an address once where the source says it twice.
_MAY_BE_REPEATED = (DATE, DOCUMENT_NUMBER, LINK)
_GROUPING_SPACE = re.compile(r"(?<=\d)(?:[\u00a0\u202f\u2009]|&nbsp;)(?=\d{3}(?!\d))")
_QUANTITIES = (NUMBER, PERCENTAGE, MONEY)


@dataclass(frozen=True)
class Disagreement:
    """A fact of kind `kind` that the two texts do not share; None stands for one that is left out."""

    kind: str
    source: str | None
    target: str | None


def disagreements(source: str, target: str, source_language: str, target_language: str) -> list[Disagreement]:
    """Return how the facts of a translation differ from its source's, in the source's order.

    Both are plain text or HTML; languages are language codes. Compared are multisets: the order may differ. Where one
    of the languages cannot be read, only what no language changes is compared.
    """
    if not (can_read(source_language) and can_read(target_language)):
        source_language = target_language = ""
    left = read_facts(_text_of(source), source_language)
    right = read_facts(_text_of(target), target_language)
    rest_left, rest_right = _unmatched(left, right)
    loose_left = [fact for fact in rest_left if _may_stand_alone(fact, right)]
    loose_right = [fact for fact in rest_right if _may_stand_alone(fact, left)]
    wrong_left = [fact for fact in rest_left if fact not in loose_left]
    wrong_right = [fact for fact in rest_right if fact not in loose_right]
    wrong_left, wrong_right = _without_parts(wrong_left, wrong_right), _without_parts(wrong_right, wrong_left)
    # "all" may stand for 100%, but never for another percentage.
    loose_left = [fact for fact in loose_left if not (fact.is_weak and fact.kind == PERCENTAGE)]
    loose_right = [fact for fact in loose_right if not (fact.is_weak and fact.kind == PERCENTAGE)]
    return _pair(wrong_left, wrong_right, loose_left, loose_right)


def _text_of(html: str) -> str:
    # A space that does not break groups thousands ("12 675"); any other space does not.
    return plain_text(_GROUPING_SPACE.sub("", html))


def _unmatched(left: list[Fact], right: list[Fact]) -> tuple[list[Fact], list[Fact]]:
    """Return what is left of both when every fact has taken its counterpart, the surest first."""
    for agree in (_same, _share_a_reading, _may_be_the_same):
        left, right = _take(left, right, agree)
    right, left = _take_parts(right, left)
    return _take_parts(left, right)


def _take(left: list[Fact], right: list[Fact], agree: Callable[[Fact, Fact], bool]) -> tuple[list[Fact], list[Fact]]:
    rest, right = [], list(right)
    for fact in left:
        # A strong fact wants a strong counterpart first.
        counterparts = sorted((other for other in right if agree(fact, other)), key=lambda one: one.is_weak)
        if counterparts:
            right.remove(counterparts[0])
        else:
            rest.append(fact)
    return rest, right


def _take_parts(whole: list[Fact], pieces: list[Fact]) -> tuple[list[Fact], list[Fact]]:
    """Match "45/50" with "45 of 50", "2021-2025" with "from 2021 to 2025"."""
    rest, pieces = [], list(pieces)
    for fact in whole:
        taken: list[Fact] = []
        for part in fact.parts:
            piece = next((one for one in pieces if part in one.readings and one not in taken), None)
            if piece is not None:
                taken.append(piece)
        if fact.parts and len(taken) == len(fact.parts):
            pieces = [one for one in pieces if one not in taken]
        else:
            rest.append(fact)
    return rest, pieces


def _without_parts(facts: list[Fact], others: list[Fact]) -> list[Fact]:
    """Leave out what is a right part of something wrong: of "45/50" and "46 of the 50", the 50."""
    parts = {part for other in others for part in other.parts}
    return [fact for fact in facts if not parts.intersection(fact.readings)]


def _same(one: Fact, other: Fact) -> bool:
    return one.readings[0] == other.readings[0] and one.is_weak == other.is_weak


def _share_a_reading(one: Fact, other: Fact) -> bool:
    return any(reading in other.readings for reading in one.readings)


def _may_be_the_same(one: Fact, other: Fact) -> bool:
    if {one.kind, other.kind} == {TIME, NUMBER}:
        return _may_be_an_hour(one.value, other.value) if one.kind == TIME else _may_be_an_hour(other.value, one.value)
    return any(_fit(left, right) for left in one.readings for right in other.readings)


def _may_be_an_hour(minutes: int, number) -> bool:
    """Whether "at four" can be "bốn giờ chiều"."""
    return isinstance(number, Fraction) and 0 < number <= 12 and (minutes - number * 60) % 720 == 0


def _fit(left: Reading, right: Reading) -> bool:
    """Whether two readings agree as far as both say something: a year, a currency or a per cent sign may be missing."""
    kinds = {left[0], right[0]}
    if kinds == {DATE}:
        one, other = left[1], right[1]
        same_rest = one[0] == other[0] and one[0] in ("day", "month", "quarter", "months") and one[2:] == other[2:]
        return same_rest and None in (one[1], other[1])
    if kinds == {MONEY, NUMBER}:
        money, number = (left, right) if left[0] == MONEY else (right, left)
        return money[1][1] == number[1]
    if kinds == {PERCENTAGE, NUMBER}:
        percentage, number = (left, right) if left[0] == PERCENTAGE else (right, left)
        # "50%" and "half".
        return isinstance(number[1], Fraction) and number[1].denominator > 1 and number[1] * 100 == percentage[1]
    return False


def _may_stand_alone(fact: Fact, others: list[Fact]) -> bool:
    """Whether a language may leave this fact out: said elsewhere in the other text, or no more than a word."""
    if fact.is_weak:
        return True
    if fact.kind in _MAY_BE_REPEATED and any(_same(fact, other) or _may_be_the_same(fact, other) for other in others):
        return True
    if fact.kind != DATE:
        return False
    dates = [value for other in others for kind, value in other.readings if kind == DATE]
    if fact.value[0] == "year":
        return any(fact.value[1] in years_of(value) for value in dates)
    if fact.value[0] == "weekday":
        return any(weekday_of(value) == fact.value[1] for value in dates)
    return False


def _pair(left: list[Fact], right: list[Fact], loose_left: list[Fact], loose_right: list[Fact]) -> list[Disagreement]:
    """Put together what most likely stands for each other, so that one mistake is told once."""
    pairs: list[tuple[Fact | None, Fact | None]] = []
    for candidates_left, candidates_right in ((left, right), (left, loose_right), (loose_left, right)):
        for fits in (_nearly_same, _same_form, _same_kind, _same_family):
            for fact in list(candidates_left):
                other = next((one for one in candidates_right if fits(fact, one)), None)
                if other is not None:
                    pairs.append((fact, other))
                    candidates_left.remove(fact)
                    candidates_right.remove(other)
    pairs += [(fact, None) for fact in left] + [(None, fact) for fact in right]
    pairs.sort(key=lambda pair: (pair[0] is None, (pair[0] or pair[1]).start))
    return [
        Disagreement(_kind_of(one, other), one.text if one else None, other.text if other else None)
        for one, other in pairs
    ]


def _kind_of(one: Fact | None, other: Fact | None) -> str:
    """Return the kind of a pair: the source's, unless the other says more of it ("5" for "5%")."""
    if one is None or other is None:
        return (one or other).kind
    return other.kind if one.kind == NUMBER and other.kind in _QUANTITIES else one.kind


def _nearly_same(one: Fact, other: Fact) -> bool:
    """The same digits under other marks, another currency, another sign: 12.675 for 12,675."""
    digits = [character for character in one.text if character.isdigit()]
    return bool(digits) and digits == [character for character in other.text if character.isdigit()]


def _same_form(one: Fact, other: Fact) -> bool:
    return one.kind == other.kind and _form(one) == _form(other)


def _same_kind(one: Fact, other: Fact) -> bool:
    return one.kind == other.kind


def _same_family(one: Fact, other: Fact) -> bool:
    if one.kind in _QUANTITIES and other.kind in _QUANTITIES:
        return True
    return not {kind for kind, _value in one.readings}.isdisjoint(kind for kind, _value in other.readings)


def _form(fact: Fact) -> object:
    """What kind of day or number it is: "day", "phone"; a plain number has none."""
    return fact.value[0] if isinstance(fact.value, tuple) else None
