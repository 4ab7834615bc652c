"""Finding numbers of documents in running text, Vietnamese and English."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from articles.law.numbers.addresses_in_text import addresses_and_files
from articles.law.numbers.context import named_type
from articles.law.numbers.document_number import DocumentNumber
from articles.law.numbers.flat_text import FlatText
from articles.law.numbers.grammar import Code, Reading, read_codes
from articles.law.numbers.spelled import find_spelled
from articles.law.numbers.systems import NumberSystem

_SEPARATOR = r"[ \n]{0,2}[/-][ \n]{0,2}"
_START = re.compile(
    r"(?P<serial>\d{1,5}[A-Ha-h]?)"
    rf"(?:(?P<y>{_SEPARATOR})(?P<year>(?:19|20)\d\d|\d\d)(?=[ \n]{{0,2}}[/-]|[ \n]?[A-Z]))?"
)
_CODE = re.compile(rf"(?P<before>{_SEPARATOR}|[ \n])(?P<code>Th\.U|[A-Za-z][A-Za-z0-9&]{{0,15}})(?![A-Za-z0-9&@_])")
# Between year and code some forget the slash: "145/2020NĐ-CP".
_GLUED_CODE = re.compile(r"(?P<code>[A-Z][A-Za-z0-9&]{1,15})(?![A-Za-z0-9&@_])")
_MOST_CODES = 12

# Something before a digit by which it is not the beginning of a number: A-12, 14A-123.45, 2.5/CP, 01/7/2025.
_NOT_BEFORE = re.compile(r"[A-Za-z0-9_=#&@%+]$|\d[.,]$|[/\\]$|\w-$|\d ?[/-] ?$|(?<=\d)['\"]$")
# "Luật 41/2024/QH15, 50/2024/QH15 và 74/2025/QH15": what stands between the numbers of a list.
_LISTED = re.compile(r"\s*(?:[,;]|va|and|[,;] (?:va|and))\s*")
_SIGN_BEFORE = re.compile(r"(?:^|[^A-Za-z])(?:so|no\.)[: ]{1,2}$", re.IGNORECASE)
_NUMBER_SIGN = re.compile(r"(?:^|[^A-Za-z])(?:so|no\.?|nd|qd|tt|nq)$", re.IGNORECASE)


@dataclass(frozen=True)
class FoundNumber:
    """A number in a text: `start` and `end` count characters of it. `context`: the type named by the words before."""

    start: int
    end: int
    number: DocumentNumber
    context: str = ""

    @property
    def type_code(self) -> str:
        """The type as the number says it; of a number of the National Assembly, as the words before it say."""
        if self.number.type_code or self.number.system != NumberSystem.NATIONAL_ASSEMBLY:
            return self.number.type_code
        return self.context


def find_numbers(text: str) -> list[FoundNumber]:
    """Return the numbers in a text, in their order, none overlapping another."""
    return NumberFinder(text).all()


class NumberFinder:
    """One text, looked through once."""

    def __init__(self, text: str):
        self.flat = FlatText(text)
        self._no_text = list(addresses_and_files(self.flat.text))

    def all(self) -> list[FoundNumber]:
        found, end = [], 0
        spelled = {start: (stop, number) for start, stop, number in find_spelled(self.flat.text)}
        starts = iter(sorted([*(match.start() for match in _START.finditer(self.flat.text)), *spelled]))
        for start in starts:
            if start < end or self._is_no_text(start):
                continue
            if start in spelled:
                end, number = spelled[start]
                found.append(FoundNumber(*self.flat.place(start, end), number))
                continue
            read = self._read(start, end, found[-1] if found else None)
            if read is not None:
                end, reading, context = read
                found.append(FoundNumber(*self.flat.place(start, end), reading.number, context))
        return found

    def whole(self) -> FoundNumber | None:
        """Return the number the text consists of, or None."""
        numbers = self.all()
        if len(numbers) != 1:
            return None
        (found,) = numbers
        is_whole = found.start == 0 and found.end == len(self.flat.original)
        return found if is_whole else None

    def _is_no_text(self, place: int) -> bool:
        return any(start <= place < end for start, end in self._no_text)

    def _read(self, start: int, after: int, previous: FoundNumber | None) -> tuple[int, Reading, str] | None:
        text = self.flat.text
        before = text[max(0, start - 3) : start]
        if _NOT_BEFORE.search(before) and not _NUMBER_SIGN.search(before):
            return None
        match = _START.match(text, start)
        context = named_type(text[max(after, start - 160) : start])
        if not context and previous is not None and _LISTED.fullmatch(text, after, start):
            context = previous.type_code if previous.number.system == NumberSystem.NATIONAL_ASSEMBLY else ""
        for with_year in (True, False):
            if with_year and match["year"] is None:
                continue
            head = match.end() if with_year else match.end("serial")
            year = match["year"] if with_year else ""
            reading = None
            codes, ends = self._codes(head, has_year=with_year)
            if codes and (codes[0].before != " " or _SIGN_BEFORE.search(text[max(0, start - 5) : start])):
                separator = match["y"].strip() if with_year else ""
                reading = read_codes(match["serial"], year, separator, codes, context)
            if reading is not None:
                end = ends[reading.length - 1]
                return (end, reading, context) if self._is_end(end) else None
        return None

    def _codes(self, position: int, *, has_year: bool) -> tuple[list[Code], list[int]]:
        codes, ends = [], []
        for match in self._code_matches(position, has_year):
            gap = match.groupdict().get("before")
            separator = "/" if gap is None else gap.strip() or " "
            is_apart = bool(gap) and gap != separator
            is_broken = is_apart and gap == f"{separator}\n"
            typed = self.flat.read(*match.span("code"))
            codes.append(Code(match["code"], typed, separator, is_apart, is_broken))
            ends.append(match.end())
        return codes, ends

    def _code_matches(self, position: int, has_year: bool) -> Iterator[re.Match]:
        text = self.flat.text
        for count in range(_MOST_CODES):
            match = _CODE.match(text, position)
            if match is None and count == 0 and has_year:
                match = _GLUED_CODE.match(text, position)
            if match is None:
                return
            yield match
            position = match.end()

    def _is_end(self, end: int) -> bool:
        """Whether nothing hangs on a number's end that makes it part of something else."""
        following = self.flat.text[end : end + 2]
        return not re.match(r"[A-Za-z0-9_@]|[/-]\w", following)
