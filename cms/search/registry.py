"""What the rooms tell the search engine of their page types, and who knows items by what is typed."""

from collections.abc import Callable, Iterable
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
_texts: list[Callable[[Page], Iterable[str]]] = []
_finders: list[Callable[[str, str], list[Key]]] = []


def register(model: type[Page], searched: Searched) -> None:
    """Say how pages of this type are found."""
    _searched[model] = searched


def searched_as(model: type[Page]) -> Searched:
    return _searched.get(model, Searched())


def register_texts(texts_of: Callable[[Page], Iterable[str]]) -> None:
    """Have pages of every type found by other texts that they show: `texts_of(page)` gives those of its files, say."""
    _texts.append(texts_of)


def shown_texts(page: Page) -> list[str]:
    return [text for texts_of in _texts for text in texts_of(page)]


def register_exact_finder(find: Callable[[str, str], list[Key]]) -> None:
    """Ask `find(query, language)` too: it gives (label, primary key) of what the query names exactly, best first.

    A document's number in any spelling, say. What it names stands above everything else, if it is in the index.
    """
    _finders.append(find)


def named_exactly(query: str, language: str) -> list[Key]:
    return list(dict.fromkeys(key for find in _finders for key in find(query, language)))
