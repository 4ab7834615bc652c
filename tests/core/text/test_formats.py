from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal

import pytest

from cms.core.text.formats import decimal, duration, file_size, grouped, long_date, percent, short_date

EVENING_IN_UTC = datetime(2026, 6, 25, 18, 5, tzinfo=UTC)


@pytest.mark.parametrize(
    ("value", "vietnamese", "english"),
    [
        (datetime(2026, 6, 26, 8, 5), "Thứ Sáu, 26/06/2026 08:05", "Friday, 26 June 2026, 08:05"),
        (datetime(2026, 6, 26, 1, 5, tzinfo=UTC), "Thứ Sáu, 26/06/2026 08:05", "Friday, 26 June 2026, 08:05"),
        (EVENING_IN_UTC, "Thứ Sáu, 26/06/2026 01:05", "Friday, 26 June 2026, 01:05"),
        (
            datetime(2025, 12, 31, 23, 30, tzinfo=timezone(timedelta(hours=-5))),
            "Thứ Năm, 01/01/2026 11:30",
            "Thursday, 1 January 2026, 11:30",
        ),
        (date(2026, 3, 15), "Chủ Nhật, 15/03/2026", "Sunday, 15 March 2026"),
    ],
)
def test_a_long_date_has_its_weekday_and_the_time_in_vietnam(value, vietnamese, english):
    assert long_date(value, "vi") == vietnamese
    assert long_date(value, "en") == english


@pytest.mark.parametrize(
    ("value", "vietnamese", "english"),
    [
        (date(2019, 10, 9), "09/10/2019", "9 October 2019"),
        (datetime(2019, 10, 9, 23, 59), "09/10/2019", "9 October 2019"),
        (EVENING_IN_UTC, "26/06/2026", "26 June 2026"),
    ],
)
def test_a_short_date_is_the_day_in_vietnam(value, vietnamese, english):
    assert short_date(value, "vi") == vietnamese
    assert short_date(value, "en") == english


def test_every_day_of_a_week_and_every_month_has_its_name():
    weekdays = [long_date(date(2026, 6, 22) + timedelta(days=day), "vi").split(",")[0] for day in range(7)]
    assert weekdays == ["Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ Nhật"]
    for month in range(1, 13):
        day = date(2026, month, 1)
        assert short_date(day, "en") == f"1 {day:%B} 2026"


def test_a_language_is_known_by_its_first_part_and_vietnamese_is_the_default():
    assert grouped(1000, "en-gb") == grouped(1000, "EN") == "1,000"
    assert grouped(1000, "vi-vn") == grouped(1000, "fr") == "1.000"


@pytest.mark.parametrize(
    ("number", "vietnamese", "english"),
    [
        (0, "0", "0"),
        (999, "999", "999"),
        (4052, "4.052", "4,052"),
        (12675, "12.675", "12,675"),
        (-1234567, "-1.234.567", "-1,234,567"),
        (Decimal("1234.50"), "1.234,50", "1,234.50"),
    ],
)
def test_thousands_are_grouped(number, vietnamese, english):
    assert grouped(number, "vi") == vietnamese
    assert grouped(number, "en") == english


@pytest.mark.parametrize(
    ("number", "places", "vietnamese"),
    [
        (91.6, 1, "91,6"),
        (91.65, 1, "91,7"),
        (2.675, 2, "2,68"),
        (12675, 2, "12.675,00"),
        (-0.04, 1, "0,0"),
        (Decimal("0.5"), 0, "1"),
    ],
)
def test_decimals_are_rounded_as_at_school(number, places, vietnamese):
    assert decimal(number, "vi", places) == vietnamese


@pytest.mark.parametrize("number", [float("nan"), float("inf"), Decimal("NaN")])
def test_what_is_not_a_finite_number_is_refused(number):
    with pytest.raises(ValueError, match="finite"):
        decimal(number, "vi")


@pytest.mark.parametrize(
    ("number", "vietnamese", "english"), [(91.6, "91,6%", "91.6%"), (50, "50%", "50%"), (100.04, "100%", "100%")]
)
def test_a_percentage_has_decimals_only_if_it_needs_them(number, vietnamese, english):
    assert percent(number, "vi") == vietnamese
    assert percent(number, "en") == english


def test_a_percentage_without_decimals_keeps_the_zeros_of_the_number():
    assert percent(100, "en", places=0) == "100%"


@pytest.mark.parametrize(
    ("size", "vietnamese", "english"),
    [
        (0, "0 B", "0 B"),
        (999, "999 B", "999 B"),
        (1000, "1 kB", "1 kB"),
        (12_345, "12 kB", "12 kB"),
        (999_499, "999 kB", "999 kB"),
        (999_999, "1 MB", "1 MB"),
        (1_234_567, "1,2 MB", "1.2 MB"),
        (10_000_000, "10 MB", "10 MB"),
        (2_500_000_000, "2,5 GB", "2.5 GB"),
        (5_000_000_000_000_000, "5.000 TB", "5,000 TB"),
    ],
)
def test_a_file_size_is_written_in_its_unit(size, vietnamese, english):
    assert file_size(size, "vi") == vietnamese
    assert file_size(size, "en") == english


@pytest.mark.parametrize(
    ("seconds", "text"),
    [(0, "0:00"), (7.9, "0:07"), (192, "3:12"), (3599, "59:59"), (3600, "1:00:00"), (3725, "1:02:05")],
)
def test_a_duration_is_minutes_and_seconds_with_hours_where_there_are(seconds, text):
    assert duration(seconds) == text


def test_negative_sizes_and_durations_are_refused():
    with pytest.raises(ValueError, match="negative"):
        file_size(-1, "vi")
    with pytest.raises(ValueError, match="negative"):
        duration(-1)
