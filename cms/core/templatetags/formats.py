"""Template filters over `cms.core.text`, in the active language: `{% load formats %}{{ page.display_date|long_date }}`.

A missing value (None or an empty string) gives an empty string, so that templates need no `if` around a filter.
"""

from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from typing import TypeVar

from django import template
from django.conf import settings
from django.utils.translation import get_language

from cms.core.text import formats, words
from cms.core.text.nfc import to_nfc

register = template.Library()

Value = TypeVar("Value")


def _active_language() -> str:
    # None when translations are switched off, as in management commands and some jobs.
    return get_language() or settings.LANGUAGE_CODE


def _unless_missing(value: Value | None, write: Callable[[Value, str], str]) -> str:
    return "" if value is None or value == "" else write(value, _active_language())


@register.filter
def long_date(value: date | datetime | None) -> str:
    """ "Thứ Sáu, 26/06/2026 08:05" or "Friday, 26 June 2026, 08:05", in Vietnam's time."""
    return _unless_missing(value, formats.long_date)


@register.filter
def short_date(value: date | datetime | None) -> str:
    """ "09/10/2019" or "9 October 2019": the day it is in Vietnam."""
    return _unless_missing(value, formats.short_date)


@register.filter
def nfc(value: str) -> str:
    """A text that is not ours in the form all others have: Django writes “Tiếng Việt” with separate accents."""
    return to_nfc(value)


@register.filter
def grouped(value: int | Decimal | None) -> str:
    """ "12.675" or "12,675"."""
    return _unless_missing(value, formats.grouped)


@register.filter
def file_size(value: int | None) -> str:
    """A number of bytes as "1,2 MB" or "1.2 MB"."""
    return _unless_missing(value, formats.file_size)


@register.filter
def duration(value: float | None) -> str:
    """A number of seconds as "3:12"."""
    return _unless_missing(value, lambda seconds, _language: formats.duration(seconds))


@register.filter
def reading_minutes(value: object, language: str = "") -> int:
    """The minutes it takes to read a text, rich text or StreamField; `language` of the text if not the active one."""
    return words.reading_minutes("" if value is None else str(value), language or _active_language())
