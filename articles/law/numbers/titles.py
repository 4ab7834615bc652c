"""Acts named by title and year: "Bộ luật Lao động 2019", "Luật Công đoàn năm 2024", "Law on Trade Unions 2024"."""

import re
from dataclasses import dataclass
from datetime import date

from articles.law.numbers.flat_text import FlatText
from articles.lookup_text import folded_words

_YEAR = r"(?P<year>(?:19|20)\d\d)(?![\w/-])"
_WORD = r"[A-Za-z][A-Za-z-]*"
_CAPITAL = r"[A-Z][A-Za-z-]*"
_ACT = "[Bb]o [Ll]uat|[Ll]uat|[Pp]hap lenh"
_TITLES = (
    re.compile(rf"(?<![A-Za-z])(?P<title>(?:{_ACT})(?: {_WORD},?){{1,14}}?) (?:nam )?{_YEAR}"),
    re.compile(rf"(?<![A-Za-z])(?P<title>Law on(?: {_WORD},?){{1,10}}?),? (?:of )?{_YEAR}"),
    re.compile(rf"(?<![A-Za-z])(?P<title>(?:{_CAPITAL} ){{1,4}}Code),? (?:of )?{_YEAR}"),
)
_LONGEST = 200


@dataclass(frozen=True)
class FoundTitle:
    """A title with its year in a text: `start` and `end` count characters of it."""

    start: int
    end: int
    printed: str
    key: str


def title_key(title: str, issued: date | int | None) -> str:
    """Return what names an act by title and year, "" without a year; never like the key of a number."""
    year = issued.year if isinstance(issued, date) else issued
    return f"={folded_words(title)[:_LONGEST]}|{year}" if year else ""


def find_titles(text: str) -> list[FoundTitle]:
    """Return what may be titles of acts with their years; whether there are such acts is not known here."""
    flat = FlatText(text)
    words = flat.text.replace("\n", " ")
    found = []
    for pattern in _TITLES:
        for match in pattern.finditer(words):
            start, end = flat.place(match.start(), match.end())
            key = title_key(match["title"], int(match["year"]))
            found.append(FoundTitle(start, end, " ".join(flat.read(match.start(), match.end()).split()), key))
    return sorted(found, key=lambda title: title.start)
