"""How English writes days, months, years and times of day."""

import re
from fractions import Fraction

from cms.translation.facts import calendar
from cms.translation.facts.english_numbers import SMALL, small
from cms.translation.facts.fact import NUMBER, TIME
from cms.translation.facts.roman import from_roman
from cms.translation.facts.rules import Found, rule

_MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
_NUMBERS = {name: number for number, name in enumerate(_MONTHS, start=1)}
_NUMBERS |= {name[:3]: number for name, number in _NUMBERS.items()} | {"sept": 9}
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")

MONTH = rf"(?:{'|'.join(_MONTHS)}|(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\b\.?)"
_DAY = r"(?:\d{1,2})(?:st|nd|rd|th)?"
_TO = r"(?:-|,|,?\s*and|to|or|until|till|through|to the end of|and the)"
_DAYS = rf"(?P<days>(?:(?:the\s+)?{_DAY}\s*{_TO}\s*){{0,12}})(?:the\s+)?(?P<last>{_DAY})"
_YEAR = r"(?:,?\s*(?:of\s+)?(?P<year>\d{4}))?(?!\d)"


def month_number(name: str) -> int:
    return _NUMBERS[name.lower().rstrip(".")]


# 9 October 2019; 9th of October; 14-22 February 2026; 14, 15 and 16 March.
@rule(rf"(?<![\w/.,]){_DAYS}\s*(?:day\s+)?(?:of\s+|-)?(?P<month>{MONTH})(?!\w){_YEAR}")
def days_before_month(match):
    return _days(match)


# October 9, 2019; February 14-22, 2026; May 1st and 2nd.
@rule(
    rf"(?<!\w)(?P<month>{MONTH})\s+(?P<days>(?:{_DAY}\s*(?:-|to|,(?=[\d\s,]{{1,20}}and\s)|,?\s*and)\s*){{0,12}})",
    rf"(?P<last>{_DAY})(?![\d:]|[.,]\d|\s?(?:%|per))(?:,?\s+(?P<year>\d{{4}}))?(?![\d/])",
)
def days_after_month(match):
    return _days(match)


def _days(match: re.Match) -> list[Found]:
    month = month_number(match["month"])
    year = int(match["year"]) if match["year"] else None
    days = [small(day) for day in (*re.findall(r"\d{1,2}", match["days"]), re.sub(r"\D", "", match["last"]))]
    readings = [calendar.day(day, month, year) for day in days]
    return [Found(reading) for reading in readings] if all(readings) else []


# June 2021; June and July 2021; June-August; in May.
@rule(rf"(?<!\w)(?P<months>(?:{MONTH}\s*{_TO}\s*){{0,11}})(?P<last>{MONTH})(?![^\W_]){_YEAR}")
def month(match):
    names = [*re.findall(MONTH, match["months"], re.I), match["last"]]
    if not all(name[0].isupper() for name in names):
        return []
    # "May" and "March" are also words.
    is_word = len(names) == 1 and not match["year"] and names[0].lower() in ("may", "march", "mar")
    is_dated = re.search(
        r"(?:in|of|since|from|by|until|till|to|this|last|next|early|late|before|after|mid-?)\s*$",
        match.string[: match.start()],
        re.I,
    )
    year = int(match["year"]) if match["year"] else None
    found = [Found(calendar.month(month_number(name), year), is_weak=is_word and not is_dated) for name in names]
    return found


@rule(r"(?<![\w/.,-])(\d{1,2})/(\d{4})(?![\w/]|[.,]\d)")
def month_in_digits(match):
    readings = calendar.month(int(match[1]), int(match[2]))
    return [Found(readings)] if readings else []


_QUARTER = r"(?:first|second|third|fourth|last|1st|2nd|3rd|4th)"
_OF_YEAR = r"(?:,?\s*(?:/|-)?\s*(?:of\s+)?(?:the\s+year\s+)?(?P<year>\d{4}))?(?!\d)"


# the third quarter of 2021; Q3 2021; Q3/2021; quarter III of 2021; the first and second quarters.
@rule(
    rf"(?<!\w)(?:(?:(?P<first>{_QUARTER})\s*(?:-|,|and|to)\s*(?:the\s+)?)?(?P<last>{_QUARTER})[\s-]quarters?|(?:Q|quarter\s)(?P<number>(?-i:I{{1,3}}|IV)|[1-4]))(?!\w){_OF_YEAR}"
)
def quarter(match):
    year = int(match["year"]) if match["year"] else None
    texts = filter(None, (match["first"], match["last"], match["number"]))
    numbers = [4 if text.lower() == "last" else from_roman(text) or small(text) for text in texts]
    return [Found(calendar.quarter(number, year)) for number in numbers]


# the first half of 2026; the first six months of 2026; the last 9 months of the year.
@rule(
    rf"(?<!\w)(?P<place>first|second|last|latter|final)[\s-](?:half|(?P<number>{SMALL})[\s-]months?)(?!\w)(?:\s+of\s+(?:the\s+year\s*)?(?P<year>\d{{4}})?)?"
)
def months_of_a_year(match):
    number = small(match["number"]) if match["number"] else 6
    place = "first" if match["place"].lower() == "first" else "last"
    return [Found(calendar.months(place, number, int(match["year"]) if match["year"] else None))]


@rule(r"(?<![\w/.,-])(\d{4})\s?[-/]\s?(\d{4}|\d{2})(?![\w/-]|[.,]\d)")
def term(match):
    readings, parts = calendar.term(int(match[1]), match[2])
    return [Found(readings, parts=parts)] if readings else []


@rule(
    r"(?<![\w/.,$€₫])(?<!(?i:vnd|usd)\s)(?P<year>\d{4})s?(?![\w/%]|[.,]\d|\s?(?:%|per\s?cent|thousand|million|billion|dong|dollars|vnd|usd|euros?)(?!\w))"
)
def year(match):
    return calendar.year_or_number(
        match, is_counted=bool(re.match(r"\s+(?!is|was|has)[a-z]+s(?!\w)", match.string[match.end() :]))
    )


@rule(rf"(?<!\w)(?P<name>{'|'.join(_WEEKDAYS)})s?(?!\w)")
def weekday(match):
    return [Found(calendar.weekday(_WEEKDAYS.index(match["name"].lower())))]


_HALF_OF_DAY = (
    r"(?P<half>a\.?\s?m\b\.?|p\.?\s?m\b\.?|(?:o['’]clock\s+)?(?:in the|this) (?:morning|afternoon|evening)"
    r"|at night|noon|midnight)"
)


# 7:30 a.m.; 7.30 pm; 5 p.m.; 8-11 a.m.; 7 o'clock in the evening; 12 noon.
@rule(
    rf"(?<![\w/.,:$])(?:(?P<first>\d{{1,2}})(?:[:.](?P<first_minute>\d{{2}}))?\s?(?:-|to|and|until)\s?)?(?P<hour>{SMALL})(?:[:.](?P<minute>\d{{2}}))?\s?{_HALF_OF_DAY}"
)
def time(match):
    hour, minute, half = small(match["hour"]), int(match["minute"] or 0), match["half"].lower()
    found = [Found(_in_half_of_day(hour, minute, half), "hour" if match["first"] else 0)]
    if match["first"]:
        first = _in_half_of_day(int(match["first"]), int(match["first_minute"] or 0), half)
        if first and found[0].readings and first[0][1] > found[0].readings[0][1]:
            # "11 to 2 p.m." begins in the morning.
            first = calendar.clock(int(match["first"]), int(match["first_minute"] or 0))
        found.append(Found(first, "first"))
    return found if all(one.readings for one in found) else []


def _in_half_of_day(hour: int, minute: int, half: str):
    is_late = half[0] == "p" or "afternoon" in half or "evening" in half or (half == "at night" and hour > 5)
    if half == "midnight":
        return (*calendar.clock(0), *calendar.clock(24))
    if half == "noon":
        return calendar.clock(12)
    if is_late and hour < 12:
        hour += 12
    elif not is_late and hour == 12:
        hour = 0
    return calendar.clock(hour, minute)


@rule(r"(?<![\w/.,:])(?P<hour>\d{1,2})[:](?P<minute>\d{2})(?!\w|:)(?:\s?(?:hrs?|hours)(?!\w))?")
def clock(match):
    readings = calendar.clock(int(match["hour"]), int(match["minute"]))
    return [Found(readings)] if readings else []


@rule(rf"(?<!\w)(?P<hour>{SMALL})\s+o['’]clock")
def on_the_hour(match):
    return _by_the_clock(small(match["hour"]), 0)


@rule(r"(?<!\w)(?:noon|midday|midnight)(?!\w)")
def noon(match):
    at_night = (*calendar.clock(0), *calendar.clock(24))
    return [Found(at_night if match[0].lower() == "midnight" else calendar.clock(12), is_weak=True)]


# half past seven, quarter to 8 in the evening.
@rule(rf"(?<!\w)(?:a\s+)?(?P<before>half past|quarter past|quarter to)\s+(?P<hour>{SMALL})(?:\s+{_HALF_OF_DAY})?")
def past_or_to(match):
    minute = {"half past": 30, "quarter past": 15, "quarter to": -15}[match["before"].lower()]
    whole = small(match["hour"])
    if not match["half"]:
        return _by_the_clock(whole, minute)
    readings = _in_half_of_day(whole, 0, match["half"].lower())
    return [Found(tuple((kind, value + minute) for kind, value in readings))] if readings else []


def _by_the_clock(hour: int, minute: int) -> list[Found]:
    """Return the time that "two o'clock" is, in the morning or in the afternoon."""
    if not 0 < hour <= 12:
        return []
    return [Found(tuple((TIME, (hour * 60 + minute + half) % 1440) for half in (0, 720)))]


# 2 hours 30 minutes; two hours and fifteen minutes.
@rule(rf"(?<![\w.,])(?P<hours>{SMALL})\s+hours?\s+(?:and\s+)?(?P<minutes>{SMALL})\s+minutes?(?!\w)")
def duration(match):
    hours, minutes = small(match["hours"]), small(match["minutes"])
    return [Found(calendar.clock(hours, minutes), parts=((NUMBER, Fraction(hours)), (NUMBER, Fraction(minutes))))]


# In the order in which they are tried.
DATES = (days_before_month, days_after_month, months_of_a_year, month, month_in_digits, quarter, term, weekday)
TIMES = (past_or_to, time, clock, on_the_hour, noon, duration)
