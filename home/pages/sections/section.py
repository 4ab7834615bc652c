"""What templates/home/sections/<kind>.html shows."""

from dataclasses import dataclass, field
from typing import Any

from cms.core.cards import Card


@dataclass
class Section:
    """One section of the home page. `url` leads to all of it, "" where there is no such page.

    `election` is a ShownElection, for the kind "election" only; `text` is safe HTML, for "text" and "support".
    """

    kind: str
    heading: str
    url: str = ""
    cards: list[Card] = field(default_factory=list)
    empty_text: str = ""
    election: Any = None
    text: Any = ""

    @property
    def is_empty(self) -> bool:
        return not self.cards
