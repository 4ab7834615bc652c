"""What kind of answer an address gives: each kind has headers of its own."""

import enum
from functools import cache

from django.conf import settings


class Kind(enum.StrEnum):
    """PAGE: what people read. ADMIN: where editors work. DATA: for programs. FILE: what other sites may show."""

    PAGE = "page"
    ADMIN = "admin"
    DATA = "data"
    FILE = "file"


# The beginnings of addresses; what is not named is a page.
ADMIN = ("/admin/",)
DATA = (
    "/api/",
    "/oembed/",
    "/sitemap",
    "/robots.txt",
    "/.well-known/",
    "/healthz",
    "/readyz",
    "/metrics",
    "/feeds/",
    "/thong-ke/",
)
# Its documentation is a page.
DATA_FOR_PEOPLE = ("/api/v2/docs/",)


@cache
def _prefixes() -> tuple[tuple[Kind, tuple[str, ...]], ...]:
    languages = tuple(f"/{code}/feeds/" for code, _name in settings.LANGUAGES)
    return (
        (Kind.ADMIN, ADMIN),
        (Kind.PAGE, DATA_FOR_PEOPLE),
        (Kind.DATA, (*DATA, *languages)),
        (Kind.FILE, (settings.STATIC_URL, settings.MEDIA_URL)),
    )


def kind_of(path: str) -> Kind:
    """Return the kind of answer that a path's beginning promises."""
    for kind, beginnings in _prefixes():
        if path.startswith(beginnings):
            return kind
    return Kind.PAGE
