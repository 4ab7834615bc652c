"""How Vietnamese writes facts, as a table of rules."""

import re
from fractions import Fraction

from cms.translation.facts import calendar
from cms.translation.facts.fact import NUMBER, PERCENTAGE
from cms.translation.facts.quantities import CURRENCY_SIGNS, QuantityGrammar, quantity_rule
from cms.translation.facts.roman import from_roman
from cms.translation.facts.rules import Found, Rule, rule
from cms.translation.facts.vietnamese_dates import DATES, TIMES, bare_year
from cms.translation.facts.vietnamese_numbers import COUNTED, SMALL, small, value_of
from cms.translation.facts.vietnamese_numbers import NUMBER as NUMBERS


# ngày 9/10; 30/4; 1/3: a day and a month, or a fraction.
@rule(r"(?<![\w/.,-])(?P<a>\d{1,4})/(?P<b>\d{1,4})(?![\w/-]|[.,]\d)")
def day_or_fraction(match):
    a, b = int(match["a"]), int(match["b"])
    fraction = ((NUMBER, Fraction(a, b)),) if b else ()
    day = calendar.day(a, b)
    before = match.string[: match.start()]
    if day and re.search(r"(?:ngày|dịp|từ|đến|tới|trước|sau|sáng|chiều|tối|hết|lễ|và|-|\ufffc\s?\()\s*$", before, re.I):
        return [Found((*day, *fraction))]
    readings = (*fraction, *day)
    return [Found(readings, parts=((NUMBER, Fraction(a)), (NUMBER, Fraction(b))))] if readings else []


# ngày 2-9; 8-3: a range would climb, so the bare form is a day where it falls.
@rule(r"(?<![\w/.,-])(?P<word>(?:ngày|dịp|lễ)\s+)?(?P<a>\d{1,2})-(?P<b>\d{1,2})(?![\w/-]|[.,]\d|\s?%)")
def day_by_dash(match):
    a, b = int(match["a"]), int(match["b"])
    readings = calendar.day(a, b) if match["word"] or a > b else ()
    return [Found(readings, parts=((NUMBER, Fraction(a)), (NUMBER, Fraction(b))))] if readings else []


@rule(rf"(?<!\w)(?P<a>{SMALL})\s+phần\s+(?P<b>{SMALL}|trăm|nghìn)(?!\w)")
def fraction(match):
    if match["b"].lower() == "trăm":
        return [Found(((PERCENTAGE, Fraction(small(match["a"]))),))]
    below = 1000 if match["b"].lower() == "nghìn" else small(match["b"])
    return [Found(((NUMBER, Fraction(small(match["a"]), below)),))]


# khóa XII; vùng II; thế kỷ XXI; lần thứ IV. One letter alone needs such a word before it.
@rule(
    r"(?<!\w)(?:(?P<word>kh[óo][áa]?|vùng|lần|thứ|chương|phần|thế kỷ|hạng|loại|cấp|kỳ|nhóm|phụ lục|mục|tập|bậc",
    r"|giai đoạn|đại hội|khu vực|trung ương)\s+)?(?P<numeral>(?-i:[IVX]+))(?!\w)",
)
def roman(match):
    number = from_roman(match["numeral"])
    if number is None or (len(match["numeral"]) == 1 and not match["word"]):
        return []
    # "HÀNH VI VI PHẠM": a word of a line in capitals.
    around = match.string[max(0, match.start("numeral") - 12) : match.end() + 12]
    is_word = match["numeral"] == "VI" and around.isupper() and len(re.findall(r"[^\W\d_]{2,}", around)) > 1
    return [Found(((NUMBER, Fraction(number)),), is_weak=number == 1 or is_word)]


@rule(r"(?<!\w)(?:thứ|giải|hạng|loại)\s+(?P<name>nhất|nhì)(?!\w)")
def first_or_second(match):
    number = 1 if match["name"].lower() == "nhất" else 2
    return [Found(((NUMBER, Fraction(number)),), is_weak=number == 1)]


# lần thứ 14, thứ tư, hạng Ba: capitals or not, always a number.
@rule(rf"(?<!\w)(?:(?:lần|phiên)\s+)?(?:thứ|giải|hạng)\s+(?P<number>{SMALL})(?![.,]?\d)")
def ordinal(match):
    number = small(match["number"])
    return [Found(((NUMBER, Fraction(number)),), is_weak=number == 1)]


# "rưỡi" after what is counted: 2 năm rưỡi.
@rule(rf"(?<![\w.,])(?P<number>{NUMBERS})\s+(?:năm|tháng|ngày|tuần|tiếng|mét|héc-ta|ki-lô-gam)\s+rưỡi(?!\w)")
def and_a_half(match):
    value = value_of(match["number"])
    return [] if value is None else [Found(((NUMBER, value + Fraction(1, 2)),))]


@rule(r"(?<!\w)(?:gấp\s+đôi|một\s+nửa|nửa|đôi)(?!\w)")
def loose_word(match):
    number = Fraction(1, 2) if match[0].lower().endswith("nửa") else Fraction(2)
    return [Found(((NUMBER, number),), is_weak=True)]


@rule(r"(?<!\w)(?:toàn bộ|tất cả|mọi)(?!\w)")
def all_of_them(match):
    return [Found(((PERCENTAGE, Fraction(100)),), is_weak=True)]


def _is_weak(match: re.Match) -> bool:
    """Whether number words may mean something else: "năm" is also a year, "Ba Chẽ" a place, "hai bên" both sides."""
    text, before, after = match["number"], match.string[: match.start()], match.string[match.end() :]
    # "hai ngày 14 và 15/3": the days themselves follow.
    if re.match(r"\s+ngày[\s,(]*\ufffc", after):
        return True
    if any(character.isdigit() for character in text) or " " in text:
        return False
    word = text.lower()
    if word == "năm" and (not re.match(rf"\s+(?:{COUNTED})(?!\w)", after) or re.search(r"[\d\ufffc]\s+$", before)):
        return True
    if text[0].isupper() and re.match(r"\s+[^\W\d_]", after) and after.strip()[0].isupper():
        return True
    loose = {
        "hai": "bên|mặt|chiều|tay|vai|miền|đầu",
        "ba": "mẹ|má|lô|vá|toong",
        "chín": "muồi|chắn|mọng",
        "bốn": "phương|bề",
    }
    if word in loose and re.match(rf"\s+(?:{loose[word]})(?!\w)", after, re.I):
        return True
    # "ca ba" is the night shift.
    return bool(re.search(r"(?:vài|đôi|dăm|ca)\s+$", before, re.I))


# Words that begin like the currency: "hai đồng chí", "5 đồng hồ".
_NOT_MONEY = "chí|bào|đội|nghiệp|hành|thời|tình|bộ|phục|tác|chủ|sáng|hồ|diễn|ý|lòng|loạt|minh|hương|cấp|trưởng|đẳng"

GRAMMAR = QuantityGrammar(
    number=NUMBERS,
    value_of=value_of,
    percent=r"%|phần trăm(?!\w)|điểm phần trăm(?!\w)|điểm %",
    currencies={
        "VND": rf"(?:đồng(?!\w|\s(?:{_NOT_MONEY}))|vnđ|vnd|₫|đ(?!\w))",
        "USD": r"(?:us\$|\$|usd|đô[\s-]la(?:\s+mỹ)?|mỹ kim)",
        "EUR": r"(?:€|eur|euro|ơ-rô)",
        "JPY": r"(?:¥|jpy|yên(?:\s+nhật)?(?!\w))",
        "CNY": r"(?:cny|nhân dân tệ|ndt)",
    },
    currency_before=CURRENCY_SIGNS,
    joints=r"-|đến|tới|và|hoặc|hay",
    is_weak=_is_weak,
)

# In the order in which they are tried; names with digits in them ("COVID-19") are read before plain numbers.
RULES: tuple[Rule, ...] = (
    *(*DATES, *TIMES, fraction, day_or_fraction, day_by_dash),
    *(first_or_second, ordinal, roman, and_a_half, bare_year),
)
NUMBER_RULES: tuple[Rule, ...] = (quantity_rule(GRAMMAR), loose_word, all_of_them)
