"""MP4 films (ISO/IEC 14496-12): how long they run, and what phones write into them: place, device, names.

A film is boxes within boxes, each with its size and a name of four letters. Words live in boxes of their own, which
can be made empty ("free") where they are, without moving a byte of picture or sound.
"""

import struct
from collections.abc import Iterator
from typing import BinaryIO, NamedTuple

# udta: user data (©xyz is the place); meta: QuickTime's keys (location.ISO6709); uuid: XMP among others.
_WORDS = frozenset((b"udta", b"meta", b"uuid"))
_CONTAINERS = frozenset((b"moov", b"trak", b"mdia"))
# No film of ours is larger in headers; a file made to keep a reader busy stops here.
_MAX_BOXES = 10_000


class Box(NamedTuple):
    """`content` is where the box's content begins, `end` where the next box does; both in bytes from the beginning."""

    name: bytes
    content: int
    end: int


def boxes(file: BinaryIO) -> Iterator[Box]:
    """Give the boxes that can hold words or times, outer before inner. Stops where the file is not well formed."""
    file.seek(0, 2)
    waiting = [(0, file.tell())]
    seen = 0
    while waiting:
        position, last = waiting.pop()
        while position + 8 <= last and seen < _MAX_BOXES:
            seen += 1
            file.seek(position)
            size, name = struct.unpack(">I4s", file.read(8))
            content = position + 8
            if size == 1:
                size = int.from_bytes(file.read(8))
                content += 8
            end = last if size == 0 else position + size
            if end < content or end > last:
                return
            yield Box(name, content, end)
            if name in _CONTAINERS:
                waiting.append((content, end))
            position = end


def duration_of(file: BinaryIO) -> float | None:
    """Return the running time in seconds from the film's header, None if there is none."""
    for box in boxes(file):
        if box.name == b"mvhd":
            file.seek(box.content)
            header = file.read(32)
            is_long = header[:1] == b"\x01"
            scale, length = struct.unpack(">IQ" if is_long else ">II", header[20:32] if is_long else header[12:20])
            return length / scale if scale else None
    return None


def remove_words(file: BinaryIO) -> bool:
    """Empty every box of words in a file opened for reading and writing; return whether there was one."""
    found = [box for box in boxes(file) if box.name in _WORDS]
    for box in found:
        # The name stands before the content, and before it a long size where there is one.
        header = box.content - 8
        file.seek(header)
        if file.read(8)[4:] != box.name:
            header = box.content - 16
        file.seek(header + 4)
        file.write(b"free")
        file.seek(box.content)
        _write_zeros(file, box.end - box.content)
    file.seek(0)
    return bool(found)


def _write_zeros(file: BinaryIO, length: int) -> None:
    while length > 0:
        length -= file.write(bytes(min(length, 64 * 1024)))
