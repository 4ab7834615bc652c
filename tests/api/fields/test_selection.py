"""`?fields=` as Wagtail v2 reads it."""

import pytest

from cms.api.fields.selection import Selection, parse_fields
from cms.api.problems import ProblemError

SHAPE = {
    "id": None,
    "meta": {"type": None, "slug": None, "parent": {"id": None, "title": None}},
    "title": None,
    "cover": {"alt": None, "renditions": {"wide": {"width": None, "jpeg": None}}},
    "related": {"id": None, "meta": {"type": None}, "title": None},
}
DOCUMENT = {
    "id": 1,
    "meta": {"type": "a.B", "slug": "x", "parent": {"id": 2, "title": "P"}},
    "title": "T",
    "cover": {"alt": "A", "renditions": {"wide": [{"width": 400, "jpeg": "u"}]}},
    "related": [{"id": 3, "meta": {"type": "a.C"}, "title": "R"}],
}


def select(text, document=DOCUMENT, default=("id", "type", "title"), **options):
    return Selection(parse_fields(text), SHAPE, default=default, **options).apply(document)


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ("", {"id": 1, "meta": {"type": "a.B"}, "title": "T"}),
        ("slug", {"id": 1, "meta": {"type": "a.B", "slug": "x"}, "title": "T"}),
        ("-type", {"id": 1, "title": "T"}),
        ("-title,slug", {"id": 1, "meta": {"type": "a.B", "slug": "x"}}),
        ("*", DOCUMENT),
        ("*,-meta", None),
        ("_", {}),
        ("_,title", {"title": "T"}),
        ("_,slug", {"meta": {"slug": "x"}}),
        ("_,cover", {"cover": DOCUMENT["cover"]}),
        ("_,cover(_,alt)", {"cover": {"alt": "A"}}),
        ("_,cover(-renditions)", {"cover": {"alt": "A"}}),
        ("_,cover(renditions(wide(_,jpeg)))", {"cover": {"alt": "A", "renditions": {"wide": [{"jpeg": "u"}]}}}),
        ("_,parent(_,title)", {"meta": {"parent": {"title": "P"}}}),
        ("_,related(_,type)", {"related": [{"meta": {"type": "a.C"}}]}),
        ("_,related(_,id)", {"related": [{"id": 3}]}),
        ("*,cover(_,alt)", {**DOCUMENT, "cover": {"alt": "A"}}),
    ],
)
def test_selecting(fields, expected):
    if expected is None:
        with pytest.raises(ProblemError, match="unknown fields: meta"):
            select(fields)
    else:
        assert select(fields) == expected


def test_the_order_of_the_document_stays():
    assert list(select("_,title,id")) == ["id", "title"]


def test_what_is_missing_stays_missing():
    assert select("_,cover(_,alt)", {"cover": None}) == {"cover": None}


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ("nothing", "unknown fields: nothing"),
        ("b,a", "unknown fields: a, b"),
        ("-nothing", "unknown fields: nothing"),
        ("cover(nothing)", "unknown fields: nothing"),
        ("title(x)", "'title' does not support nested fields"),
        ("cover(renditions(wide(width(x))))", "'width' does not support nested fields"),
        ("title,", "fields error: unexpected char"),
        ("cover(alt", "fields error: unexpected end of input"),
        ("title,*", "'\\*' must be in the first position"),
        ("_,-title", "negated fields with '_' doesn't make sense"),
        ("*,title", "additional fields with '\\*' doesn't make sense"),
        ("ti tle", "unexpected whitespace"),
        ("a(" * 2000, "nested too deeply"),
    ],
)
def test_what_cannot_be_selected_is_named(fields, message):
    with pytest.raises(ProblemError, match=message) as problem:
        select(fields)
    assert problem.value.parameter == "fields"


def test_a_hidden_field_is_unknown():
    with pytest.raises(ProblemError, match="unknown fields: parent"):
        select("parent", hidden={"parent"})
    assert "parent" not in select("*", hidden={"parent"})["meta"]
