"""What a fact is: a place in a text and the ways it can be read."""

from dataclasses import dataclass
from typing import Any

NUMBER = "number"
PERCENTAGE = "percentage"
DATE = "date"
TIME = "time"
MONEY = "money"
DOCUMENT_NUMBER = "document_number"
LINK = "link"

# Values, by kind; `None` inside a date is a part the text leaves open.
#   number          Fraction, or ("phone", digits), ("name", "COVID-19"), ("malformed", text)
#   percentage      Fraction (91.6, not 0.916)
#   money           (currency, Fraction)
#   date            ("day", year, month, day), ("month", year, month), ("year", year), ("quarter", year, number),
#                   ("months", year, "first" or "last", number), ("term", from, to), ("weekday", 0 for Monday)
#   time            minutes since midnight, or of a duration
#   document_number, link   the text itself
Reading = tuple[str, Any]


@dataclass(frozen=True)
class Fact:
    """A fact found in a text.

    `readings`: every way it can be meant, the likeliest first ("1/5" is the first of May or a fifth). `parts`: what it
    falls into when the other language says it in pieces ("45/50": 45 and 50). A weak fact ("một", "both", "half") may
    be missing in the other language.
    """

    start: int
    end: int
    text: str
    readings: tuple[Reading, ...]
    parts: tuple[Reading, ...] = ()
    is_weak: bool = False

    @property
    def kind(self) -> str:
        return self.readings[0][0]

    @property
    def value(self) -> Any:
        return self.readings[0][1]
