"""Films lose the place they were taken at, and say how long they run."""

import struct
from io import BytesIO

import pytest

from media.files.mp4 import boxes, duration_of, remove_words
from tests.media.content import store_film


def box(name: bytes, content: bytes, *, is_long=False) -> bytes:
    if is_long:
        return struct.pack(">I4sQ", 1, name, len(content) + 16) + content
    return struct.pack(">I4s", len(content) + 8, name) + content


def film(*, is_long=False, version=0) -> bytes:
    times = struct.pack(">4xQQIQ", 0, 0, 1000, 12_500) if version else struct.pack(">4xIIII", 0, 0, 1000, 12_500)
    header = box(b"mvhd", bytes([version]) + times[1:] + bytes(80))
    place = box(b"udta", box(b"\xa9xyz", b"+20.9500+107.0700/"), is_long=is_long)
    track = box(b"trak", box(b"tkhd", bytes(84)) + box(b"meta", b"KameraXYZ"))
    moov = box(b"moov", header + track + place)
    return (
        box(b"ftyp", b"mp42\0\0\0\0mp42isom")
        + moov
        + box(b"mdat", b"picture and sound")
        + box(b"uuid", b"x" * 16 + b"<x:xmpmeta/>")
    )


@pytest.mark.parametrize("is_long", [False, True])
def test_words_are_gone_and_everything_else_is_where_it_was(is_long):
    dirty = film(is_long=is_long)
    file = BytesIO(dirty)
    assert remove_words(file)
    clean = file.getvalue()
    for word in (b"+20.95", b"KameraXYZ", b"xmpmeta", b"udta", b"meta"):
        assert word not in clean
    assert len(clean) == len(dirty)
    assert clean.index(b"picture and sound") == dirty.index(b"picture and sound")
    assert [entry.end for entry in boxes(file)] == [entry.end for entry in boxes(BytesIO(dirty))]
    assert not remove_words(file)


@pytest.mark.parametrize("version", [0, 1])
def test_the_header_says_how_long_a_film_runs(version):
    assert duration_of(BytesIO(film(version=version))) == 12.5


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\0" * 7,
        b"\0" * 64,
        b"\xff" * 64,
        box(b"moov", b"")[:-1],
        struct.pack(">I4s", 4, b"moov"),
        b"\0\0\0\x01moov\xff" * 9,
    ],
)
def test_what_is_not_well_formed_is_left_as_it_is(data):
    file = BytesIO(data)
    assert not remove_words(file)
    assert duration_of(file) is None
    assert file.getvalue() == data


def test_a_film_is_stored_without_its_place_and_with_its_running_time(db):
    stored = store_film(content=film(), duration=0)
    with stored.file.storage.open(stored.file.name) as file:
        data = file.read()
    assert b"+20.95" not in data
    assert b"picture and sound" in data
    assert stored.duration == 12.5
    assert stored.file_size == len(data) == len(film())


def test_a_running_time_an_editor_gave_is_kept(db):
    assert store_film(content=film(), duration=10).duration == 10
