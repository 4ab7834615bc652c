"""Reading one number: what an editor enters in a field, or a reader in a search box."""

from articles.law.numbers.document_number import DocumentNumber, separator_free
from articles.law.numbers.finding import NumberFinder
from cms.core.text.folding import fold_number

# A document that has no number says so in words: "Không số" ("without number").
WITHOUT_NUMBER = frozenset({"", "KHONGSO", "K/S", "KS"})


def is_without_number(text: str) -> bool:
    return fold_number(text) in WITHOUT_NUMBER


def parse(text: str) -> DocumentNumber | None:
    """Return the number that `text` is, in any spelling, or None if it fits no system (or is "Không số")."""
    found = NumberFinder(text.strip(" \t\r\n.,;:")).whole()
    return found.number if found is not None else None


def normalise(text: str) -> str:
    """Return a number as it is printed: spaces, dashes, capitals, Ð and forgotten accents are put right, no more.

    A text that fits no system only loses its spaces at the ends.
    """
    number = parse(text)
    is_same = number is not None and number.key == separator_free(fold_number(text))
    return number.printed if is_same else text.strip()


def system_of(text: str) -> str:
    """Return the code of the system a number belongs to, "" where it fits none or there is no number."""
    number = None if is_without_number(text) else parse(text)
    return number.system.value if number is not None else ""
