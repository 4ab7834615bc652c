"""What the rooms tell the search engine of their page types, and who knows items by what is typed."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime

from wagtail.models import Page

Key = tuple[str, int]


@dataclass(frozen=True)
class Topic:
    """What a page can be narrowed by beside its type: the same `key` in all languages, and its name in the page's."""

    key: str
    label: str


def first_published(page: Page) -> datetime | None:
    return page.first_published_at


def no_topic(_page: Page) -> Topic | None:
    return None


@dataclass(frozen=True)
class Searched:
    """How pages of a type are found: their date, their topic, and texts beyond their own search fields."""

    dated: Callable[[Page], date | datetime | None] = first_published
    topic_of: Callable[[Page], Topic | None] = no_topic
    more_text: Callable[[Page], str] = lambda _page: ""


_searched: dict[type[Page], Searched] = {}
_texts: list[Callable[[list[Page]], dict[int, list[str]]]] = []
_finders: list[Callable[[str, str], list[Key]]] = []


def register(model: type[Page], searched: Searched) -> None:
    """Say how pages of this type are found."""
    _searched[model] = searched


def searched_as(model: type[Page]) -> Searched:
    return _searched.get(model, Searched())


def register_texts(texts_of: Callable[[list[Page]], dict[int, list[str]]]) -> None:
    """Have pages of every type found by other texts that they show, those of their files, say.

    `texts_of(pages)` gives them by primary key; pages that show none may be left out.
    """
    _texts.append(texts_of)


def shown_texts(pages: list[Page]) -> dict[int, list[str]]:
    """Return by primary key what else these pages show."""
    found: dict[int, list[str]] = {page.pk: [] for page in pages}
    for texts_of in _texts:
        for pk, texts in texts_of(pages).items():
            found[pk] += texts
    return found


def register_exact_finder(find: Callable[[str, str], list[Key]]) -> None:
    """Ask `find(query, language)` too: it gives (label, primary key) of what the query names exactly, best first.

    A document's number in any spelling, say. What it names stands above everything else, if it is in the index.
    """
    _finders.append(find)


def named_exactly(query: str, language: str) -> list[Key]:
    return list(dict.fromkeys(key for find in _finders for key in find(query, language)))
