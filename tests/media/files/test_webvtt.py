"""Captions are read strictly, and errors name the line."""

import pytest

from media.files.webvtt import Cue, WebVTTError, read_webvtt


def test_cues_have_times_in_seconds_and_text():
    text = """WEBVTT - phụ đề

NOTE ghi chú
hai dòng

1
00:00.000 --> 00:03.500 align:start
Một
hai

01:00:00.000 --> 01:00:01.000
Ba"""
    assert read_webvtt(text.encode()) == [Cue(0, 3.5, "Một\nhai"), Cue(3600, 3601, "Ba")]


@pytest.mark.parametrize("line_end", ["\r\n", "\r", "\n"])
def test_any_line_end_and_a_byte_order_mark_are_read(line_end):
    text = "\ufeffWEBVTT\n\n00:00.000 --> 00:01.000\nMột\n".replace("\n", line_end)
    assert read_webvtt(text.encode()) == [Cue(0, 1, "Một")]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("1\n00:00:01,000 --> 00:00:02,000\nSubRip\n", None),
        ("WEBVTTX\n\n00:00.000 --> 00:01.000\nx", None),
        ("WEBVTT\n\n", None),
        ("WEBVTT\n\n00:00:01,000 --> 00:00:02,000\nkomma", 3),
        ("WEBVTT\n\n00:05.000 --> 00:02.000\nrückwärts", 3),
        ("WEBVTT\n\n00:05.000 --> 00:06.000\nx\n\n00:01.000 --> 00:02.000\ny", 6),
        ("WEBVTT\n\n00:01.000 --> 00:02.000\nx\n00:03.000 --> 00:04.000\ny", 3),
        ("WEBVTT\n\n00:99.000 --> 00:02.000\nx", 3),
        ("WEBVTT\n\nnur Text", 3),
    ],
)
def test_what_players_would_not_show_is_refused_with_its_line(text, line):
    with pytest.raises(WebVTTError) as caught:
        read_webvtt(text.encode())
    if line:
        assert str(line) in str(caught.value)


def test_other_encodings_and_nul_are_refused():
    for data in ("WEBVTT\n\n00:00.000 --> 00:01.000\nđổi".encode("utf-16"), b"WEBVTT\n\n\x00", b"WEBVTT\n\n\xff"):
        with pytest.raises(WebVTTError):
            read_webvtt(data)
