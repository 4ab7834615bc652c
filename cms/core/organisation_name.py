"""The organisation's name as letters are signed with it. Whoever keeps it says here how it is read (home)."""

from collections.abc import Callable

from django.conf import settings

_readers: list[Callable[[str], str]] = []


def named_by(read_name: Callable[[str], str]) -> None:
    """Let the name in a language be read by this function: "" where there is none yet."""
    _readers[:] = [read_name]


def organisation_name(language: str) -> str:
    """Return the name in a language; the website's own where the organisation has not been described yet."""
    return (_readers[0](language) if _readers else "") or settings.WAGTAIL_SITE_NAME
