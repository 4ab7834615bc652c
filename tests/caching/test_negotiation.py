"""A reader gets the coding it likes best of those we have, and never one it refuses."""

import pytest

from cms.caching.negotiation import choose


@pytest.mark.parametrize(
    ("header", "coding"),
    [
        (None, "identity"),
        ("", "identity"),
        ("gzip", "gzip"),
        ("x-gzip", "gzip"),
        ("GZIP", "gzip"),
        ("br", "br"),
        ("gzip, deflate, br, zstd", "br"),
        ("gzip, br", "br"),
        ("gzip;q=1.0, br;q=0.5", "gzip"),
        ("br;q=0.5, gzip;q=0.5", "br"),
        ("br;q=0", "identity"),
        ("br; q=0, gzip", "gzip"),
        ("gzip;q=0.001", "gzip"),
        ("gzip;q=0.000", "identity"),
        ("deflate", "identity"),
        ("*", "br"),
        ("*;q=0", "identity"),
        ("*;q=0.5, br;q=0", "gzip"),
        ("identity", "identity"),
        ("identity;q=1, gzip;q=0.5", "identity"),
        ("identity;q=0.5, gzip;q=1", "gzip"),
        ("identity;q=0, gzip;q=0.1", "gzip"),
        ("identity;q=0", "identity"),
        ("gzip;q=2", "identity"),
        ("gzip;q=x", "identity"),
        ("gzip;q=", "identity"),
        (",,;q=1, ,gzip", "gzip"),
        ("gzipped", "identity"),
        ("br;level=5", "br"),
    ],
)
def test_the_best_acceptable_coding_is_chosen(header, coding):
    assert choose(header) == coding


def test_private_answers_are_offered_gzip_alone():
    assert choose("br, gzip;q=0.5", ("gzip", "identity")) == "gzip"
    assert choose("br", ("gzip", "identity")) == "identity"
