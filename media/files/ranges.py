"""Byte ranges of a request (RFC 9110, §14): which part of a file is asked for."""

import re
from typing import NamedTuple

_SINGLE = re.compile(r"bytes=[ \t]*(\d{0,19})-(\d{0,19})[ \t]*", re.ASCII | re.IGNORECASE)


class ByteRange(NamedTuple):
    """Bytes `first` to `last` of a file, both included."""

    first: int
    last: int

    @property
    def length(self) -> int:
        return self.last - self.first + 1

    def content_range(self, size: int) -> str:
        return f"bytes {self.first}-{self.last}/{size}"


class NotSatisfiable(ValueError):  # noqa: N818 - the name RFC 9110 gives it
    """The range lies outside the file: answer 416."""


def parse_range(header: str, size: int) -> ByteRange | None:
    """Return the range a `Range` header asks for, or None where the whole file is the answer.

    A header that is malformed, of another unit, or names several ranges is ignored, as §14.2 allows: no client of
    ours needs multipart answers, and overlapping ranges are an old way to exhaust a server. Raises NotSatisfiable.
    """
    match = _SINGLE.fullmatch(header)
    if match is None or match.groups() == ("", ""):
        return None
    first, last = match.groups()
    if not first:
        length = min(int(last), size)
        if length == 0:
            raise NotSatisfiable(header)
        return ByteRange(size - length, size - 1)
    if last and int(last) < int(first):
        return None
    if int(first) >= size:
        raise NotSatisfiable(header)
    return ByteRange(int(first), min(int(last), size - 1) if last else size - 1)
