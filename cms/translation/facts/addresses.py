"""What is the same in every language: links, e-mail addresses, document numbers, telephone numbers, dates in digits."""

import re

from cms.translation.facts import calendar
from cms.translation.facts.fact import DOCUMENT_NUMBER, LINK, NUMBER
from cms.translation.facts.rules import Found, rule

_END_OF_LINK = re.compile(r"[.,;:!?)\]}»”’]+$")
_SPACES = re.compile(r"\s+")


@rule(r"(?:https?://|www\.)[^\s<>\"“”\ufffc]+[^\s<>\"“”\ufffc.,;:!?)\]}»’]")
def link(match):
    return [Found(((LINK, match[0].rstrip("/")),))]


@rule(r"(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
def email(match):
    return [Found(((LINK, match[0].lower()),))]


@rule(r"(?<![\w@.-])(?:[a-z0-9][a-z0-9-]*\.)+(?:vn|com|org|net|gov|edu|info|example)(?:/[^\s<>\"“”\ufffc]*)?(?![\w-])")
def bare_link(match):
    return [Found(((LINK, _END_OF_LINK.sub("", match[0]).rstrip("/")),))]


# 15/2025/NĐ-CP, 50/2024/QH15, 1563/CTr-TLĐ, 987/LĐLĐ-CSPL, 63/CP; 02-NQ/TW; 02-NQ. The letters are compared as printed.
@rule(
    r"(?<![\w/.,-])\d+[a-zđ]?\s?/\s?(?:\d{4}\s?/\s?[^\W\d_]\w*|(?-i:[A-ZĐ])[\wĐđ]+|(?-i:[A-ZĐ])(?=-))(?:\s?[-/]\s?(?-i:[A-ZĐ])\w*|[-/]\w+)*"
    r"|(?<![\w/.,-])\d+-(?-i:[A-ZĐ][A-Za-zĐđ]+/[A-ZĐ][\wĐđ]*(?:[-/]\w+)*|[A-ZĐ]{2}[A-Za-zĐđ]*(?!\w))"
)
def document_number(match):
    return [Found(((DOCUMENT_NUMBER, _SPACES.sub("", match[0])),))]


_TO = r"(?:-|,|và|đến|tới|hoặc|đến hết|tới hết|and|or|to|until|to the end of)(?:\s+(?:hết\s+)?ngày)?"


# 14-22/02/2026; từ 14 đến hết ngày 22/02; ngày 14, 15 và 16/3: the month and the year are said once, at the end.
@rule(
    rf"(?<![\w/.,-])(?P<days>(?:\d{{1,2}}\s*{_TO}\s*){{1,12}})(?P<last>\d{{1,2}})/(?P<month>\d{{1,2}})(?:/(?P<year>\d{{4}}))?(?![\w/-]|[.,]\d)"
)
def days_in_digits(match):
    is_list = re.search(r",|và|hoặc|and|or", match["days"], re.I)
    if is_list and not re.search(r"(?:ngày|từ|from|on|between)\s+$", match.string[: match.start()], re.I):
        return []
    year = int(match["year"]) if match["year"] else None
    days = [int(day) for day in (*re.findall(r"\d+", match["days"]), match["last"])]
    readings = [calendar.day(day, int(match["month"]), year) for day in days]
    return [Found(reading) for reading in readings] if all(readings) else []


@rule(r"(?<![\w/.,-])(\d{1,2})\s?([/.-])\s?(\d{1,2})\s?\2\s?(\d{4}|\d{2})(?![\w/-]|[.,]\d)")
def day_in_digits(match):
    # Day first in both languages. Two-digit years only with strokes: 1.2.24 is a section of a text.
    if len(match[4]) == 2 and match[2] != "/":
        return []
    readings = calendar.day(int(match[1]), int(match[3]), calendar.full_year(match[4]))
    return [Found(readings)] if readings else []


@rule(r"(?<![\w/.,-])(\d{4})-(\d{2})-(\d{2})(?![\w/-])")
def day_in_iso(match):
    readings = calendar.day(int(match[3]), int(match[2]), int(match[1]))
    return [Found(readings)] if readings else []


@rule(r"(?<![\w.,/-])(?:\(?\+\s?84\)?|\(0\d{1,4}\)|0)(?:[\s.-]?\(?\d{1,4}\)?){2,6}(?![\w/]|[.,]\d)")
def telephone(match):
    digits = re.sub(r"\D", "", match[0])
    if match[0].lstrip("(").startswith("+"):
        digits = "0" + digits[2:].removeprefix("0")
    return [Found(((NUMBER, ("phone", digits)),))] if 9 <= len(digits) <= 12 else []


@rule(r"(?<![\w.,/-])1[89]00[\s.]?\d{4}(?:\d{2})?(?![\w/]|[.,]\d)")
def hotline(match):
    return [Found(((NUMBER, ("phone", re.sub(r"\D", "", match[0]))),))]


# COVID-19, QH15, A4, 18A, 5G, 4.1.2: a name with digits is neither counted nor translated.
@rule(r"(?<![\w.])(?:(?-i:[A-ZĐ]{2,})-\d+|covid-?19|(?-i:[A-ZĐ]{1,5})\d+\w*)(?!\w)|(?<![\w.,])\d+(?-i:[A-ZĐ])(?![\w/])")
def name_with_digits(match):
    return [Found(((NUMBER, ("name", match[0].lower().replace("-", ""))),))]


@rule(r"(?<![\w.,])\d{1,2}(?:\.\d{1,2}){2,}(?![\w]|[.,]\d)")
def section_number(match):
    return [Found(((NUMBER, ("name", match[0])),))]


BEFORE = (link, email, bare_link, document_number, days_in_digits, day_in_digits, day_in_iso, telephone, hotline)
AFTER = (name_with_digits, section_number)
