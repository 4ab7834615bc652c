"""The organisation's name as letters are signed with it. Whoever keeps it says here how it is read (home)."""

from collections.abc import Callable

from django.conf import settings

ENGLISH_NAME = "Quangninh Federation of Labour"
_readers: list[Callable[[str], str]] = []


def named_by(read_name: Callable[[str], str]) -> None:
    """Let the name in a language be read by this function: "" where there is none yet."""
    _readers[:] = [read_name]


def organisation_name(language: str) -> str:
    """Return the name in a language; the one it is known by where nobody has written it down yet."""
    known = settings.WAGTAIL_SITE_NAME if language == settings.LANGUAGE_CODE else ENGLISH_NAME
    return (_readers[0](language) if _readers else "") or known
