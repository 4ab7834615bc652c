"""Range headers are read as RFC 9110 §14 says, and ignored where it lets us."""

import pytest

from media.files.ranges import ByteRange, NotSatisfiable, parse_range


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("bytes=0-0", ByteRange(0, 0)),
        ("bytes=0-499", ByteRange(0, 499)),
        ("bytes=500-", ByteRange(500, 999)),
        ("bytes=-200", ByteRange(800, 999)),
        ("bytes=-5000", ByteRange(0, 999)),
        ("bytes=900-5000", ByteRange(900, 999)),
        ("Bytes= 1-2 ", ByteRange(1, 2)),
    ],
)
def test_a_single_range_is_cut_to_the_file(header, expected):
    assert parse_range(header, 1000) == expected


@pytest.mark.parametrize(
    "header",
    [
        "",
        "bytes",
        "bytes=",
        "bytes=-",
        "bytes=5-2",
        "bytes=a-b",
        "items=0-1",
        "bytes=0-1,5-6",
        "bytes=+1-2",
        "bytes=٠-٥",
    ],
)
def test_what_is_malformed_or_manifold_is_answered_with_the_whole_file(header):
    assert parse_range(header, 1000) is None


@pytest.mark.parametrize("header", ["bytes=1000-", "bytes=1000-2000", "bytes=-0", "bytes=9999999999999999999-"])
def test_a_range_outside_the_file_is_refused(header):
    with pytest.raises(NotSatisfiable):
        parse_range(header, 1000)


def test_no_part_of_an_empty_file_can_be_had():
    for header in ("bytes=0-0", "bytes=-1"):
        with pytest.raises(NotSatisfiable):
            parse_range(header, 0)


def test_a_range_says_where_it_lies():
    assert ByteRange(5, 9).content_range(20) == "bytes 5-9/20"
    assert ByteRange(5, 9).length == 5
