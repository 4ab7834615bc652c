"""Cards: the one shape in which anything is shown in a list, a strip or a reference."""

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any


@dataclass
class Card:
    """What a list shows of an item. Every model that can be shown has a `card()` that returns one.

    `lang` is a language code only when the text is not in the language of the page around it; `facts` are short
    strings such as "24 ảnh"; `status` (law documents) has a `code` and a `label`.
    """

    kind: str
    title: str
    url: str
    summary: str = ""
    date: date | datetime | None = None
    label: str = ""
    lang: str = ""
    picture: Any = None
    facts: list[str] = field(default_factory=list)
    number: str = ""
    status: Any = None
    is_fallback: bool = False
    # Safe HTML of a search result: its title and a part of its text, with what was found marked.
    marked_title: str = ""
    excerpt: str = ""
    excerpt_lang: str = ""
