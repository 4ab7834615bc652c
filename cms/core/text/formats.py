"""Dates, numbers, sizes and durations as Vietnamese and English readers write them.

Written out here and not left to Django's locale formats: those know neither the Vietnamese weekday line nor the time
zone of the reader. `language` is a language code ("vi", "en", "en-gb"); every other language is shown as Vietnamese,
the site's default. A date and time with a time zone is shown in Vietnam's; one without is taken to be in it already.
"""

from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal
from zoneinfo import ZoneInfo

VIETNAM = ZoneInfo("Asia/Ho_Chi_Minh")

_WEEKDAYS = {
    "vi": ("Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ Nhật"),
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
}
_ENGLISH_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_VIETNAMESE_MARKS = str.maketrans(",.", ".,")
_SIZE_UNITS = ("kB", "MB", "GB", "TB")


def long_date(value: date | datetime, language: str) -> str:
    """Return "Thứ Sáu, 26/06/2026 08:05" or "Friday, 26 June 2026, 08:05"; without the time for a plain date."""
    local = _in_vietnam(value)
    weekday = _WEEKDAYS[_base_language(language)][local.weekday()]
    line = f"{weekday}, {short_date(local, language)}"
    if not isinstance(local, datetime):
        return line
    return f"{line}{',' if _base_language(language) == 'en' else ''} {local.hour:02d}:{local.minute:02d}"


def short_date(value: date | datetime, language: str) -> str:
    """Return "09/10/2019" or "9 October 2019"; of a date and time, the day it is in Vietnam."""
    local = _in_vietnam(value)
    if _base_language(language) == "en":
        return f"{local.day} {_ENGLISH_MONTHS[local.month - 1]} {local.year}"
    return f"{local.day:02d}/{local.month:02d}/{local.year:04d}"


def month(value: date, language: str) -> str:
    """Return "Tháng 11/2026" or "November 2026"."""
    if _base_language(language) == "en":
        return f"{_ENGLISH_MONTHS[value.month - 1]} {value.year}"
    return f"Tháng {value.month}/{value.year}"


def grouped(number: int | Decimal, language: str) -> str:
    """Return a number with its thousands grouped: "12.675" or "12,675". Decimals are kept as they are."""
    return _with_marks_of(language, f"{number:,}")


def decimal(number: float | Decimal, language: str, places: int = 1) -> str:
    """Return a number with exactly `places` decimals, halves rounded up: "1.234,6" or "1,234.6".

    Raises ValueError for a number that is infinite or not a number.
    """
    exact = Decimal(str(number))
    if not exact.is_finite():
        raise ValueError(f"not a finite number: {number}")
    # Through Decimal, because binary floats round 2.675 down; `+ 0` makes a rounded -0.0 a plain zero.
    rounded = exact.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP) + 0
    return _with_marks_of(language, f"{rounded:,.{places}f}")


def percent(number: float | Decimal, language: str, places: int = 1) -> str:
    """Return a figure already in percent (91.6, not 0.916) as "91,6%" or "91.6%"; a whole one as "50%".

    At most `places` decimals. Raises ValueError for a number that is infinite or not a number.
    """
    return f"{_without_zero_decimals(number, language, places)}%"


def file_size(size: int, language: str) -> str:
    """Return a size given in bytes as "532 B", "12 kB", "1,2 MB" or "1.2 MB"; a kilobyte has 1,000 bytes (SI).

    Raises ValueError for a negative size.
    """
    if size < 0:
        raise ValueError(f"negative size: {size}")
    if size < 1000:
        return f"{size} B"
    amount, exponent = Decimal(size) / 1000, 0
    # Not 1000: 999,999 bytes are "1 MB", and would come out as "1000 kB".
    while amount >= Decimal("999.5") and exponent < len(_SIZE_UNITS) - 1:
        amount, exponent = amount / 1000, exponent + 1
    return f"{_without_zero_decimals(amount, language, 1 if exponent else 0)} {_SIZE_UNITS[exponent]}"


def duration(seconds: float) -> str:
    """Return a running time as "0:07", "3:12" or "1:02:05", in either language; a part of a second is dropped.

    Raises ValueError for a negative time.
    """
    if seconds < 0:
        raise ValueError(f"negative duration: {seconds}")
    minutes, rest = divmod(int(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02d}:{rest:02d}" if hours else f"{minutes}:{rest:02d}"


def _base_language(language: str) -> str:
    return "en" if language.lower().split("-")[0] == "en" else "vi"


def _in_vietnam(value: date | datetime) -> date | datetime:
    if isinstance(value, datetime) and value.tzinfo is not None:
        return value.astimezone(VIETNAM)
    return value


def _with_marks_of(language: str, english: str) -> str:
    return english if _base_language(language) == "en" else english.translate(_VIETNAMESE_MARKS)


def _without_zero_decimals(number: float | Decimal, language: str, places: int) -> str:
    text = decimal(number, language, places)
    return text.removesuffix(f"{'.' if _base_language(language) == 'en' else ','}{'0' * places}") if places else text
