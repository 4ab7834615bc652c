"""Names in running text that become links where it is shown; what they name, a higher room knows and registers.

What an editor wrote is never touched: links are made while HTML is written, for the website and for the API.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass


@dataclass(frozen=True)
class LooseText:
    """A text that stands on no page, in this language: makers of linkers are asked for it as for a page."""

    text: str
    language: str


# Takes rich text as HTML, gives it back with links.
Linker = Callable[[str], str]

_makers: list[Callable[[object], Linker | None]] = []
_linker: ContextVar[Linker | None] = ContextVar("linker", default=None)


def register_mentions(make_linker: Callable[[object], Linker | None]) -> None:
    """Ask `make_linker(page)` for the linker of each page that is shown; None where it names nothing."""
    _makers.append(make_linker)


def link_mentions_of(page: object, html: str) -> str:
    """Return HTML of `page` with links to what it names."""
    for make_linker in _makers:
        linker = make_linker(page)
        if linker is not None:
            html = linker(html)
    return html


@contextmanager
def mentions_of(page: object) -> Iterator[None]:
    """While it lasts, `link_mentions` makes links of what `page` names."""
    token = _linker.set(lambda html: link_mentions_of(page, html))
    try:
        yield
    finally:
        _linker.reset(token)


def link_mentions(html: str) -> str:
    """Return HTML with links to what the page that is being written names; as it is outside of one."""
    linker = _linker.get()
    return linker(html) if linker is not None else html
