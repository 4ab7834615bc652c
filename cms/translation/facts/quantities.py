"""Numbers and what stands beside them: per cent, currencies, a unit shared by a range ("2–3 triệu đồng")."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import pairwise

from cms.translation.facts.fact import MONEY, NUMBER, PERCENTAGE, Fact, Reading
from cms.translation.facts.rules import Found, Rule

# What may stand before an amount; a word there belongs to something else ("hợp đồng 12 tháng").
CURRENCY_SIGNS = r"(?:vn[dđ]|₫|us\$|\$|usd|€|eur|¥|jpy|cny|rmb)"


@dataclass(frozen=True)
class QuantityGrammar:
    """What a language's quantities look like; `number`, `percent`, `joints` and `currencies` are patterns.

    `joints` stand between the two ends of a range. `is_weak` says of a match whether its number may be a mere word.
    """

    number: str
    value_of: Callable[[str], Fraction | None]
    percent: str
    currencies: dict[str, str]
    currency_before: str
    joints: str
    is_weak: Callable[[re.Match], bool]


def quantity_rule(grammar: QuantityGrammar) -> Rule:
    """Return the rule that reads a number with its percent sign or currency."""
    currency = "|".join(grammar.currencies.values())
    pattern = re.compile(
        rf"(?<![\w/])(?:(?P<before>{grammar.currency_before})\s?)?(?<!\d[.,])(?P<number>{grammar.number})"
        rf"(?:\s?-?(?P<percent>{grammar.percent})|\s?(?P<after>{currency}))?",
        re.IGNORECASE,
    )

    def read(match: re.Match) -> list[Found]:
        amount = grammar.value_of(match["number"])
        if amount is None:
            amount = ("malformed", match["number"])
        code = _code_of(grammar, match["before"] or match["after"])
        if match["percent"]:
            return [Found(((PERCENTAGE, amount),))]
        if code:
            return [Found(((MONEY, (code, amount)),))]
        # One is also an article in both languages ("một cán bộ", "an officer"), nought a negation in Vietnamese.
        return [Found(((NUMBER, amount),), is_weak=amount in (0, 1) or grammar.is_weak(match))]

    return Rule(pattern, read)


def _code_of(grammar: QuantityGrammar, text: str | None) -> str | None:
    found = (code for code, names in grammar.currencies.items() if text and re.fullmatch(names, text, re.IGNORECASE))
    return next(found, None)


def weaken_repetitions(facts: list[Fact], text: str) -> list[Fact]:
    """Let a number be weak that repeats the one before it in brackets: "05 (năm) ngày"."""
    weakened = list(facts)
    for index, (first, second) in enumerate(pairwise(facts)):
        is_bracketed = text[first.end : second.start].strip() == "(" and text[second.end : second.end + 1] == ")"
        if is_bracketed and any(reading[1] == first.value for reading in second.readings):
            weakened[index + 1] = replace(second, is_weak=True)
    return weakened


def share_units(facts: list[Fact], text: str, grammar: QuantityGrammar) -> list[Fact]:
    """Give the ends of ranges the readings they have with the unit of their other end. `facts` in the text's order."""
    joint = re.compile(rf"\s?(?:{grammar.joints})\s?", re.IGNORECASE)
    shared = list(facts)
    for index, (first, second) in enumerate(pairwise(facts)):
        if joint.fullmatch(text[first.end : second.start]):
            factor = _scale_of(second, grammar)
            shared[index] = _with_readings(shared[index], first, second, factor)
            shared[index + 1] = _with_readings(shared[index + 1], second, first, Fraction(1))
    return shared


def _scale_of(fact: Fact, grammar: QuantityGrammar) -> Fraction:
    """Return by what the words after its digits multiply a number: 1,000,000 for "3 triệu"."""
    amount = fact.value[1] if fact.kind == MONEY else fact.value
    digits = re.search(r"\d[\d.,]*\b", fact.text)
    bare = grammar.value_of(digits[0]) if digits else None
    return amount / bare if bare and isinstance(amount, Fraction) else Fraction(1)


def _with_readings(fact: Fact, own: Fact, other: Fact, factor: Fraction) -> Fact:
    """Return `fact` with the readings that its kind (as `own` was found) takes from the other end of its range."""
    more: list[Reading] = []
    if own.kind == NUMBER and isinstance(own.value, Fraction):
        if factor != 1 and own.value * factor > own.value and not re.search(r"[^\W\d]", own.text):
            more.append((NUMBER, own.value * factor))
        if other.kind == PERCENTAGE:
            more.append((PERCENTAGE, own.value))
        if other.kind == MONEY:
            more += [(MONEY, (other.value[0], amount)) for amount in {own.value, own.value * factor}]
    elif (
        own.kind == MONEY
        and factor != 1
        and isinstance(own.value[1], Fraction)
        and not re.search(r"\d\s?[^\W\d]", own.text)
    ):
        more.append((MONEY, (own.value[0], own.value[1] * factor)))
    return replace(fact, readings=(*fact.readings, *more)) if more else fact
