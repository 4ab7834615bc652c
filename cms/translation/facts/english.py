"""How English writes facts, as a table of rules."""

import re
from fractions import Fraction

from cms.translation.facts import calendar
from cms.translation.facts.english_dates import DATES, TIMES, year
from cms.translation.facts.english_numbers import NUMBER as NUMBERS
from cms.translation.facts.english_numbers import SMALL, small, value_of
from cms.translation.facts.fact import NUMBER, PERCENTAGE
from cms.translation.facts.quantities import CURRENCY_SIGNS, QuantityGrammar, quantity_rule
from cms.translation.facts.roman import from_roman
from cms.translation.facts.rules import Found, Rule, rule


@rule(r"(?<![\w/.,-])(?P<a>\d{1,4})/(?P<b>\d{1,4})(?![\w/-]|[.,]\d)")
def day_or_fraction(match):
    a, b = int(match["a"]), int(match["b"])
    readings = ((NUMBER, Fraction(a, b)),) if b else ()
    readings += calendar.day(a, b)
    return [Found(readings, parts=((NUMBER, Fraction(a)), (NUMBER, Fraction(b))))] if readings else []


_PARTS = {"half": 2, "halves": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7}
_PARTS |= {"eighth": 8, "ninth": 9, "tenth": 10, "hundredth": 100, "thousandth": 1000}
_PART = rf"(?P<part>{'|'.join(_PARTS)})"


# one third, two-thirds, three quarters; a third of.
@rule(rf"(?<!\w)(?P<count>one|two|three|four|five|six|seven|eight|nine|\d{{1,2}})[\s-]{_PART}(?:s(?!\w)|(?!\w))")
def fraction(match):
    count, part = small(match["count"]), _PARTS[match["part"].lower()]
    # "one second" and "five third-year students" are no fractions; several of a kind take an s.
    if (count != 1) != match[0].lower().endswith(("s", "halves")):
        return []
    return [Found(((NUMBER, Fraction(count, part)),), is_weak=part == 2)]


# nine in ten workers
@rule(rf"(?<!\w)(?P<a>{SMALL})\s+in\s+(?P<b>three|four|five|ten|10|100)(?!\w|[.,]\d)")
def in_ten(match):
    a, b = small(match["a"]), small(match["b"])
    return [Found(((NUMBER, Fraction(a, b)),), parts=((NUMBER, Fraction(a)), (NUMBER, Fraction(b))))] if a < b else []


@rule(rf"(?<!\w)an?\s+{_PART}\s+of(?!\w)")
def part_of(match):
    part = _PARTS[match["part"].lower()]
    return [Found(((NUMBER, Fraction(1, part)),), is_weak=part in (2, 4))]


@rule(rf"(?<![\w.,])(?P<number>{NUMBERS})\s+and\s+(?:a\s+half|a\s+quarter)(?!\w)")
def and_a_half(match):
    value = value_of(match["number"])
    more = Fraction(1, 4) if match[0].lower().endswith("quarter") else Fraction(1, 2)
    return [] if value is None else [Found(((NUMBER, value + more),))]


# Region II, the XIIth tenure. One letter alone needs such a word beside it.
@rule(
    r"(?<!\w)(?:(?P<word>region|chapter|part|class|grade|phase|volume|annex|appendix|tenure|session|congress|section",
    r"|title|type|article|group|bloc|level|stage|term|zone|area|world war|century)\s+)?(?P<numeral>(?-i:[IVX]+))",
    r"(?:st|nd|rd|th)?(?!\w)(?:\s+(?P<after>tenure|congress|session|class|century))?",
)
def roman(match):
    number = from_roman(match["numeral"])
    if number is None or (len(match["numeral"]) == 1 and not (match["word"] or match["after"])):
        return []
    return [Found(((NUMBER, Fraction(number)),), is_weak=number == 1)]


_LOOSE = {
    **{"both": 2, "twice": 2, "double": 2, "doubled": 2, "doubling": 2, "twofold": 2, "pair": 2, "couple": 2},
    **{"half": Fraction(1, 2), "halved": Fraction(1, 2), "quarter": Fraction(1, 4), "once": 1, "firstly": 1},
    **{"secondly": 2, "thirdly": 3, "triple": 3, "tripled": 3, "threefold": 3, "thrice": 3, "fourfold": 4},
    **{"decade": 10, "dozen": 12, "fortnight": 2, "neither": 2, "centenary": 100, "hundredth": 100},
    **{"twenties": 20, "thirties": 30, "forties": 40, "fifties": 50, "sixties": 60, "seventies": 70},
}


@rule(rf"(?<!\w)(?P<word>{'|'.join(_LOOSE)})(?!\w)")
def loose_word(match):
    return [Found(((NUMBER, Fraction(_LOOSE[match["word"].lower()])),), is_weak=True)]


@rule(r"(?<!\w)(?:all|every|everyone|entire)(?!\w)")
def all_of_them(match):
    return [Found(((PERCENTAGE, Fraction(100)),), is_weak=True)]


def _is_weak(match: re.Match) -> bool:
    """Whether number words may be part of a name: "Three Gorges"."""
    text, before, after = match["number"], match.string[: match.start()], match.string[match.end() :]
    # "two days, 14 and 15 March": the days themselves follow.
    if re.match(r"[\s-]days?[\s,(]*\ufffc", after):
        return True
    if re.match(r"\s+(?:sides|parties)(?!\w)", after) or (re.search(r"\bor\s+$", before) and text.lower() == "two"):
        return True
    if any(character.isdigit() for character in text) or not text[0].isupper():
        return False
    return bool(re.match(r"\s+(?-i:[A-Z])", after))


GRAMMAR = QuantityGrammar(
    number=NUMBERS,
    value_of=value_of,
    percent=r"%|per[\s-]?cent(?!\w)|percentage[\s-]points?(?!\w)|pct(?!\w)",
    currencies={
        "VND": r"(?:vnd(?!\w)|vnđ(?!\w)|₫|(?:vietnamese\s+)?[dđ][oồ]ngs?(?!\w)|đ(?!\w))",
        "USD": r"(?:us\$|\$|usd(?!\w)|(?:us\s|u\.s\.\s|american\s)?dollars?(?!\w))",
        "EUR": r"(?:€|eur(?!\w)|euros?(?!\w))",
        "JPY": r"(?:¥|jpy(?!\w)|(?:japanese\s+)?yen(?!\w))",
        "CNY": r"(?:cny(?!\w)|rmb(?!\w)|(?:chinese\s+)?yuan(?!\w)|renminbi(?!\w))",
    },
    currency_before=CURRENCY_SIGNS,
    joints=r"-|to|and|or",
    is_weak=_is_weak,
)

# In the order in which they are tried; names with digits in them ("COVID-19") are read before plain numbers.
RULES: tuple[Rule, ...] = (*DATES, *TIMES, day_or_fraction, fraction, in_ten, part_of, and_a_half, roman, year)
NUMBER_RULES: tuple[Rule, ...] = (quantity_rule(GRAMMAR), loose_word, all_of_them)
