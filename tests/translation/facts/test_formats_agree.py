"""Whatever cms.core.text.formats writes in both languages agrees; with one digit changed it does not."""

import random
from datetime import date, datetime, timedelta
from decimal import Decimal

import pytest

from cms.core.text import formats
from cms.translation.facts.comparison import disagreements

SEED = 20260626


def a_number(chance: random.Random):
    number = chance.choice([chance.randrange(2, 100), chance.randrange(100, 10_000_000)])
    return lambda language: formats.grouped(number, language)


def a_decimal(chance: random.Random):
    number, places = Decimal(chance.randrange(1001, 9_999_999)) / 1000, chance.randrange(1, 4)
    return lambda language: formats.decimal(number, language, places)


def a_percentage(chance: random.Random):
    number = Decimal(chance.randrange(2, 1000)) / 10
    return lambda language: formats.percent(number, language)


def a_day(chance: random.Random):
    day = date(1950, 1, 1) + timedelta(days=chance.randrange(40_000))
    return lambda language: formats.short_date(day, language)


def a_long_day(chance: random.Random):
    day = datetime(1950, 1, 1, 0, 0) + timedelta(minutes=chance.randrange(57_000_000))
    return lambda language: formats.long_date(day, language)


MAKERS = (a_number, a_decimal, a_percentage, a_day, a_long_day)
SENTENCES = {
    "vi": "Theo báo cáo, {} là kết quả; trước đó: {}.",
    "en": "According to the report, {} is the result; before: {}.",
}


@pytest.mark.parametrize("make", MAKERS, ids=[make.__name__ for make in MAKERS])
def test_what_the_site_writes_agrees(make):
    chance = random.Random(SEED)
    for _ in range(60):
        first, second = make(chance), make(chance)
        source = SENTENCES["vi"].format(first("vi"), second("vi"))
        target = SENTENCES["en"].format(first("en"), second("en"))
        assert disagreements(source, target, "vi", "en") == [], (source, target)
        assert disagreements(target, source, "en", "vi") == [], (source, target)


@pytest.mark.parametrize("make", MAKERS, ids=[make.__name__ for make in MAKERS])
def test_a_changed_digit_is_found(make):
    chance = random.Random(SEED + 1)
    for _ in range(60):
        fact = make(chance)
        source, target = fact("vi"), fact("en")
        place = chance.choice([place for place, character in enumerate(target) if character.isdigit()])
        digit = chance.choice([digit for digit in "123456789" if digit != target[place]])
        wrong = f"{target[:place]}{digit}{target[place + 1 :]}"
        assert disagreements(source, wrong, "vi", "en"), (source, wrong)
        assert disagreements(wrong, source, "en", "vi"), (source, wrong)
