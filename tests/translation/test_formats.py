"""Dates are written and read day first in the admin, in both languages."""

from datetime import UTC, date, datetime

import pytest
from django import forms
from django.template.defaultfilters import date as date_filter
from django.utils import formats, translation
from wagtail.admin.widgets import AdminDateInput, AdminDateTimeInput
from wagtail.utils.timestamps import render_timestamp
from wagtail_localize.models import StringTranslation

BOTH = pytest.mark.parametrize("language", ["vi", "en"])


@BOTH
@pytest.mark.parametrize("text", ["09/10/2019", "9/10/2019", "09-10-2019", "9.10.2019", "2019-10-09"])
def test_a_date_is_read_day_first_or_as_iso(language, text):
    with translation.override(language):
        assert forms.DateField().clean(text) == date(2019, 10, 9)


@BOTH
@pytest.mark.parametrize("text", ["09/10/2019 17:05", "17:05 09/10/2019", "2019-10-09 17:05", "2019-10-09T17:05:00"])
def test_so_is_a_time(language, text):
    with translation.override(language):
        value = forms.DateTimeField().clean(text)
        assert (value.day, value.month, value.hour, value.minute) == (9, 10, 17, 5)


@BOTH
def test_a_month_first_is_refused(language):
    with translation.override(language), pytest.raises(forms.ValidationError):
        forms.DateField().clean("10/31/2019")


@BOTH
def test_what_the_pickers_fill_in_can_be_read_again(language):
    moment = datetime(2019, 10, 9, 17, 5)
    with translation.override(language):
        assert AdminDateInput().format_value(moment.date()) == "09/10/2019"
        assert AdminDateTimeInput().format_value(moment) == "09/10/2019 17:05"
        assert forms.DateField().clean(AdminDateInput().format_value(moment.date())) == moment.date()
        assert AdminDateInput().get_config() == {"dayOfWeekStart": 1, "format": "d/m/Y"}


@pytest.mark.parametrize(
    ("language", "day", "moment", "number"),
    [("vi", "09/10/2019", "09/10/2019 17:05", "91,6"), ("en", "9 October 2019", "9 October 2019, 17:05", "91.6")],
)
def test_dates_and_numbers_are_written_as_readers_expect(language, day, moment, number):
    with translation.override(language):
        assert formats.date_format(date(2019, 10, 9)) == day
        assert render_timestamp(datetime(2019, 10, 9, 10, 5, tzinfo=UTC)) == moment
        assert formats.localize(91.6) == number


def test_months_and_days_stand_within_a_sentence():
    with translation.override("vi"):
        assert date_filter(date(2026, 6, 26), "MONTH_DAY_FORMAT") == "26 tháng 6"
        assert date_filter(date(2026, 6, 26), "YEAR_MONTH_FORMAT") == "Tháng 6/2026"


def test_a_translated_string_names_its_day_without_an_english_month():
    translated = StringTranslation(
        translation_type=StringTranslation.TRANSLATION_TYPE_MANUAL,
        updated_at=datetime(2026, 7, 12, 3, 0, tzinfo=UTC),
    )
    assert translated.get_comment() == "Dịch tay, 12/07/2026"
