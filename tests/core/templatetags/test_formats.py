from datetime import UTC, date, datetime

import pytest
from django.template import Context, Template
from django.utils import translation


def render(expression, value, language):
    with translation.override(language):
        return Template(f"{{% load formats %}}{{{{ value|{expression} }}}}").render(Context({"value": value}))


@pytest.mark.parametrize(
    ("expression", "value", "vietnamese", "english"),
    [
        (
            "long_date",
            datetime(2026, 6, 26, 1, 5, tzinfo=UTC),
            "Thứ Sáu, 26/06/2026 08:05",
            "Friday, 26 June 2026, 08:05",
        ),
        ("short_date", date(2019, 10, 9), "09/10/2019", "9 October 2019"),
        ("grouped", 12675, "12.675", "12,675"),
        ("file_size", 1_234_567, "1,2 MB", "1.2 MB"),
        ("duration", 192, "3:12", "3:12"),
        ("reading_minutes", "<p>" + "từ " * 360 + "</p>", "1", "2"),
        ("reading_minutes:'en'", "<p>" + "từ " * 360 + "</p>", "2", "2"),
    ],
)
def test_a_filter_writes_in_the_active_language(expression, value, vietnamese, english):
    assert render(expression, value, "vi") == vietnamese
    assert render(expression, value, "en") == english


@pytest.mark.parametrize("expression", ["long_date", "short_date", "grouped", "file_size", "duration"])
@pytest.mark.parametrize("value", [None, ""])
def test_a_missing_value_is_shown_as_nothing(expression, value):
    assert render(expression, value, "vi") == ""


def test_zero_is_a_value():
    assert render("grouped", 0, "vi") == "0"
    assert render("duration", 0, "vi") == "0:00"


def test_without_an_active_language_the_default_of_the_site_is_used(settings):
    settings.LANGUAGE_CODE = "vi"
    assert render("grouped", 12675, None) == "12.675"
