"""A language's grammar as a table of rules, tried one after the other; what one rule has read, no later one sees."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from cms.translation.facts.fact import Fact, Reading

# Stands for text that is already read: neither a word nor a space to any pattern.
READ = "\ufffc"


@dataclass(frozen=True)
class Found:
    """What a rule makes of (a part of) its match; `group` names the part, 0 is the whole."""

    readings: tuple[Reading, ...]
    group: int | str = 0
    parts: tuple[Reading, ...] = ()
    is_weak: bool = False


@dataclass(frozen=True)
class Rule:
    """A pattern, and a function that makes facts of a match; no fact at all leaves the text to later rules."""

    pattern: re.Pattern
    read: Callable[[re.Match], Iterable[Found]]


def rule(*pattern: str) -> Callable[[Callable], Rule]:
    """Make a rule of a function that takes a match and returns a list of `Found`; the pattern may come in pieces."""
    return lambda read: Rule(re.compile("".join(pattern), re.IGNORECASE), read)


def apply(rules: Iterable[Rule], text: str) -> list[Fact]:
    """Return the facts that the rules read in a text, rule by rule."""
    facts: list[Fact] = []
    rest = text
    for item in rules:
        position = 0
        while match := item.pattern.search(rest, position):
            found = list(item.read(match))
            position = max(match.end(), position + 1)
            if not found:
                position = match.start() + 1
                continue
            for one in found:
                start, end = match.span(one.group)
                facts.append(Fact(start, end, text[start:end], one.readings, one.parts, one.is_weak))
            rest = rest[: match.start()] + READ * (match.end() - match.start()) + rest[match.end() :]
    return facts
