"""How Vietnamese writes days, months, years and times of day."""

import re
from fractions import Fraction

from cms.translation.facts import calendar
from cms.translation.facts.fact import NUMBER
from cms.translation.facts.roman import from_roman
from cms.translation.facts.rules import Found, rule
from cms.translation.facts.vietnamese_numbers import COUNTED, SMALL, small

_MONTH = rf"(?:{SMALL}|giêng|chạp)"
_TO = r"(?:-|,|và|đến|tới|hoặc|đến hết|tới hết|cho đến)(?:\s+(?:hết\s+)?(?:các\s+)?ngày)?"
_YEAR = r"(?:\s*(?:,?\s*năm|/|-|\.(?=\d{4}))\s*(?P<year>\d{4}))?(?!\d)"
_ROMAN = r"(?-i:[IVX]+)"


# ngày 9 tháng 10 năm 2019; ngày 14 và 15 tháng 3; mùng hai tháng chín.
@rule(
    rf"(?<![\w/.,-])(?:(?:ngày|mùng|mồng)\s+)*(?P<days>(?:\d{{1,2}}\s*{_TO}\s*){{0,12}})(?:(?:mùng|mồng)\s+)?(?P<last>{SMALL})\s+tháng\s+(?P<month>{_MONTH}){_YEAR}"
)
def days_in_words(match):
    # "sáu tháng hai lần" counts months; a day that is a word needs "ngày" before it.
    if not match["last"].isdigit() and not re.match(r"ngày|mùng|mồng", match[0], re.I):
        return []
    return _days(match)


def _days(match: re.Match) -> list[Found]:
    month = small(match["month"])
    year = int(match["year"]) if match["year"] else None
    days = [small(day) for day in re.findall(SMALL, match["days"], re.I)] + [small(match["last"])]
    readings = [calendar.day(day, month, year) for day in days]
    return [Found(reading) for reading in readings] if all(readings) else []


# tháng 6 và 7/2021; tháng 6, 7, 8 năm 2021; tháng 6-8: the year is said once.
@rule(
    r"(?<!\w)tháng\s+(?P<months>\d{1,2}(?:\s*(?:-|,|và|đến|tới)\s*\d{1,2}(?!\d))+)\s*(?:,?\s*năm|/)\s*(?P<year>\d{4})(?!\d)",
    r"|(?<!\w)tháng\s+(?P<range>\d{1,2}-\d{1,2})(?![\d/-])",
)
def months(match):
    year = int(match["year"]) if match["year"] else None
    readings = [calendar.month(int(number), year) for number in re.findall(r"\d+", match["months"] or match["range"])]
    return [Found(reading) for reading in readings] if all(readings) else []


# tháng 6/2021; tháng Sáu năm 2021; tháng 6. Not "6 tháng", a number of months, nor "mỗi tháng hai lần".
@rule(
    rf"(?<!\w)tháng\s+(?P<month>{_MONTH}){_YEAR}",
    r"(?!\s*(?:tháng|%|lần(?!\s+(?:thứ|đầu))|buổi|kỳ|đợt|cuộc|phiên))",
)
def month(match):
    readings = calendar.month(small(match["month"]), int(match["year"]) if match["year"] else None)
    # "tháng Giêng" and "tháng Chạp" are months of the lunar year.
    return [Found(readings, is_weak=match["month"].lower() in ("giêng", "chạp"))] if readings else []


@rule(r"(?<![\w/.,-])(\d{1,2})/(\d{4})(?![\w/]|[.,]\d)")
def month_in_digits(match):
    readings = calendar.month(int(match[1]), int(match[2]))
    return [Found(readings)] if readings else []


# quý III năm 2021; quý 3/2021; quý I và quý II; not "quý vị".
@rule(
    rf"(?<!\w)qu[ýí]\s+(?:(?P<first>{_ROMAN}|\d)\s*(?:-|,|và|đến)\s*(?:qu[ýí]\s+)?)?(?P<last>{_ROMAN}|\d|nhất|nhì|hai|ba|tư|bốn)(?!\w){_YEAR}"
)
def quarter(match):
    year = int(match["year"]) if match["year"] else None
    found = []
    for text in filter(None, (match["first"], match["last"])):
        number = {"nhất": 1, "nhì": 2}.get(text.lower()) or from_roman(text) or small(text)
        found.append(Found(calendar.quarter(number, year)))
    return found if all(one.readings for one in found) else []


# sáu tháng đầu năm 2026; 9 tháng cuối năm; nửa đầu năm 2026.
@rule(rf"(?<!\w)(?:(?P<number>{SMALL})\s+tháng|nửa)\s+(?P<place>đầu|cuối)\s+(?:của\s+)?năm(?:\s+(?P<year>\d{{4}}))?")
def months_of_a_year(match):
    number = small(match["number"]) if match["number"] else 6
    place = "first" if match["place"].lower() == "đầu" else "last"
    return [Found(calendar.months(place, number, int(match["year"]) if match["year"] else None))]


@rule(r"(?<![\w/.,-])(\d{4})\s?[-/]\s?(\d{4}|\d{2})(?![\w/-]|[.,]\d)")
def term(match):
    readings, parts = calendar.term(int(match[1]), match[2])
    return [Found(readings, parts=parts)] if readings else []


@rule(r"(?<!\w)năm\s+(?:học\s+)?(\d{4})(?!\w|[.,]\d)")
def year(match):
    readings = calendar.year(int(match[1]))
    return [Found(readings)] if readings else []


@rule(
    r"(?<![\w/.,])(?<!\$)(?<!(?i:vnđ|vnd|usd)\s)(?P<year>\d{4})(?![\w/%]|[.,]\d|\s?(?:%|đồng|đô|nghìn|ngàn|triệu|tỷ|tỉ|vnđ|vnd|usd)(?!\w))"
)
def bare_year(match):
    return calendar.year_or_number(
        match, is_counted=bool(re.match(rf"\s+(?:{COUNTED})(?!\w)", match.string[match.end() :]))
    )


_WEEKDAYS = {"hai": 0, "ba": 1, "tư": 2, "năm": 3, "sáu": 4, "bảy": 5, "bẩy": 5}


@rule(
    r"(?<!\w)(?:(?P<before>lần|phiên|kỳ|khóa|khoá|đợt|tầng|lớp|bước|giai đoạn|kỳ họp|hạng|bên|nước|người|năm)\s+)?",
    r"thứ\s+(?P<name>hai|ba|tư|năm|sáu|bảy|bẩy)(?!\w)|(?<!\w)chủ nhật(?!\w)",
)
def weekday(match):
    if not match["name"]:
        return [Found(calendar.weekday(6))]
    number = _WEEKDAYS[match["name"].lower()]
    ordinal = ((NUMBER, Fraction(number + 2)),)
    if match["before"]:
        return [Found(ordinal)]
    is_named = match["name"][0].isupper() or re.match(r"[\s,(]*(?:ngày|\d|\ufffc)", match.string[match.end() :])
    meant = calendar.weekday(number)
    return [Found((*meant, *ordinal) if is_named else (*ordinal, *meant))]


_PART = r"(?:\s+(?P<part>sáng|trưa|chiều|tối|đêm|khuya)(?!\w))?"
_HOURS = rf"(?:\d{{1,2}}|{SMALL})"


# 7 giờ 30; 7h30; 17h00; bảy giờ sáng; 8 giờ kém 15; 2 giờ rưỡi. A whole hour may also be a duration.
@rule(
    rf"(?<![\w/.,:])(?P<hour>{_HOURS})(?:\s?(?:giờ|h)(?!\w|\s?\d|\s+(?:kém|rưỡi)|\s+{SMALL}\s+phút)|\s?(?:giờ|h|g(?=\d\d))\s?(?:(?P<minute>\d{{1,2}})(?!\d)(?:\s?(?:phút|ph|p|')(?!\w))?|(?P<words>{SMALL})\s+phút)|\s+giờ\s+(?:kém\s+(?P<short>\d{{1,2}})|(?P<half>rưỡi)))(?!\w){_PART}"
)
def time(match):
    hour = small(match["hour"])
    said = match["minute"] or match["words"]
    minute = small(said) if said else 30 if match["half"] else 0
    length = hour * 60 + minute
    if match["short"]:
        hour, minute = hour - 1, 60 - int(match["short"])
    readings = _in_part_of_day(hour, minute, match)
    if not match["short"] and not match["part"]:
        readings += ((NUMBER, Fraction(length, 60)),)
    parts = ((NUMBER, Fraction(hour)), (NUMBER, Fraction(minute))) if said else ()
    return [Found(readings, parts=parts)] if readings else []


@rule(rf"(?<![\w/.,:])(?P<hour>\d{{1,2}})\s?(?:-|đến)\s?(?P<last>\d{{1,2}})\s?(?:giờ|h)(?!\w){_PART}")
def hours(match):
    found = []
    for group in ("hour", "last"):
        hour = int(match[group])
        found.append(Found((*_in_part_of_day(hour, 0, match), (NUMBER, Fraction(hour))), group))
    return found


@rule(rf"(?<![\w/.,:])(?P<hour>\d{{1,2}}):(?P<minute>\d{{2}})(?!\w|:){_PART}")
def clock(match):
    readings = _in_part_of_day(int(match["hour"]), int(match["minute"]), match)
    return [Found(readings)] if readings else []


def _in_part_of_day(hour: int, minute: int, match: re.Match):
    """Return the time of day: "7 giờ tối" is 19:00; "tối 5/8, lúc 7 giờ" can be."""
    part = (match["part"] or "").lower()
    if part in ("chiều", "tối", "đêm", "khuya", "trưa") and hour < 12:
        is_morning = (hour < 5 and part in ("đêm", "khuya")) or (part == "trưa" and hour > 9)
        return calendar.clock(hour if is_morning else hour + 12, minute)
    readings = calendar.clock(hour, minute)
    is_afternoon = re.search(r"(?:chiều|tối|đêm)\b[^.;]{0,25}$", match.string[: match.start()], re.I)
    if readings and not part and is_afternoon and 1 <= hour < 12:
        readings = (*readings, *calendar.clock(hour + 12, minute))
    return readings


# In the order in which they are tried.
DATES = (months_of_a_year, days_in_words, quarter, months, month, month_in_digits, term, year, weekday)
TIMES = (hours, time, clock)
