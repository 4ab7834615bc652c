"""Reading the facts of a text in its language."""

import re

from cms.core.text.nfc import to_nfc
from cms.translation.facts import addresses, english, vietnamese
from cms.translation.facts.fact import Fact
from cms.translation.facts.quantities import share_units, weaken_repetitions
from cms.translation.facts.rules import apply

_DASHES = str.maketrans(dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-"))
# 500 m2, 12 km³: a unit's exponent is no number.
_EXPONENT = re.compile(r"(?<=\d)(\s?[kcmd]?m)[23²³](?!\w)")

# "khoản 1,2,3": a list without spaces, not a number.
_TIGHT_LIST = re.compile(r"(?<![\w.,])\d{1,2}(?:,\d{1,2}){2,}(?![\w]|[.,]\d)")

_LANGUAGES = {"vi": vietnamese, "en": english}


def can_read(language: str) -> bool:
    """Whether numbers and dates of a language can be read; of the others only what no language changes is."""
    return _base(language) in _LANGUAGES


def read_facts(text: str, language: str) -> list[Fact]:
    """Return the facts of a plain text, in its order.

    Of a language other than Vietnamese and English: links, addresses, document numbers, telephones, dates in digits.
    """
    text = to_nfc(text)
    plain = _EXPONENT.sub(r"\1 ", text.translate(_DASHES))
    plain = _TIGHT_LIST.sub(lambda match: match[0].replace(",", " "), plain)
    grammar = _LANGUAGES.get(_base(language))
    rules, number_rules = (grammar.RULES, grammar.NUMBER_RULES) if grammar else ((), ())
    facts = apply((*addresses.BEFORE, *rules, *addresses.AFTER, *number_rules), plain)
    facts = [
        Fact(fact.start, fact.end, text[fact.start : fact.end].strip(), fact.readings, fact.parts, fact.is_weak)
        for fact in sorted(facts, key=lambda fact: fact.start)
    ]
    return weaken_repetitions(share_units(facts, plain, grammar.GRAMMAR), plain) if grammar else facts


def _base(language: str) -> str:
    return language.lower().split("-")[0]
