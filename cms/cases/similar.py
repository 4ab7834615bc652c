"""Published answers like a text, shown before it is sent; a higher room knows how to find them."""

from collections.abc import Callable

from cms.core.cards import Card

MOST = 3

_finders: list[Callable[[str, str], list[Card]]] = []


def register_similar(find: Callable[[str, str], list[Card]]) -> None:
    """Ask `find(text, language)` for cards of published answers, the likest first. It writes the text nowhere."""
    _finders.append(find)


def similar_answers(text: str, language: str) -> list[Card]:
    """Return at most three cards."""
    return [card for find in _finders for card in find(text, language)][:MOST]
