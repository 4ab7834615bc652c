"""Conditions hold or not as RFC 9110 says."""

import pytest

from cms.caching.validators import digest_etag, etag_of_coding, is_unmodified, without_codings

ETAG = '"abc-br"'


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ('"abc-br"', True),
        ('W/"abc-br"', True),
        ('"x", "abc-br"', True),
        ('"x","abc-br" , W/"y"', True),
        ('W/"with, comma", "abc-br"', True),
        (', "abc-br"', True),
        ("*", True),
        (" * ", True),
        ('"abc"', False),
        ('"abc-gzip"', False),
        ("abc-br", False),
        ('"abc-br', False),
        ('"x" "abc-br"', False),
        ("", False),
        ('""', False),
        ('"x, \\"abc-br\\""', False),
    ],
)
def test_if_none_match_names_the_representation_that_would_be_sent(header, expected):
    assert is_unmodified({"HTTP_IF_NONE_MATCH": header}, ETAG, None) is expected


def test_a_weak_tag_of_ours_is_compared_weakly():
    assert is_unmodified({"HTTP_IF_NONE_MATCH": '"abc"'}, 'W/"abc"', None)


MOMENT = 1_772_000_000
AT, BEFORE, AFTER = (
    "Wed, 25 Feb 2026 06:13:20 GMT",
    "Wed, 25 Feb 2026 06:13:19 GMT",
    "Wed, 25 Feb 2026 06:13:21 GMT",
)


@pytest.mark.parametrize(("since", "expected"), [(AT, True), (AFTER, True), (BEFORE, False), ("yesterday", False)])
def test_if_modified_since_is_compared_to_the_second(since, expected):
    assert is_unmodified({"HTTP_IF_MODIFIED_SINCE": since}, ETAG, MOMENT) is expected


def test_the_entity_tag_goes_before_the_date():
    environ = {"HTTP_IF_NONE_MATCH": '"other"', "HTTP_IF_MODIFIED_SINCE": AFTER}
    assert not is_unmodified(environ, ETAG, MOMENT)


def test_without_conditions_everything_is_sent():
    assert not is_unmodified({}, ETAG, MOMENT)
    assert not is_unmodified({"HTTP_IF_MODIFIED_SINCE": AT}, ETAG, None)
    assert not is_unmodified({"HTTP_IF_NONE_MATCH": "*"}, "", None)


def test_each_coding_has_a_tag_of_its_own():
    etag = digest_etag(b"text")
    assert etag == digest_etag(b"text") != digest_etag(b"texts")
    assert etag_of_coding(etag, "identity") == etag
    tags = {etag_of_coding(etag, coding) for coding in ("identity", "gzip", "br")}
    assert len(tags) == 3 and all(tag.startswith('"') and tag.endswith('"') for tag in tags)
    assert without_codings('"a-br", W/"b-gzip", "c"') == '"a", W/"b", "c"'
