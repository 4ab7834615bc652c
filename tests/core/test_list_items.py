"""List items written by a script get the form the admin gives them."""

from wagtail import blocks

from cms.core.list_items import with_item_ids

ENTRY = blocks.StructBlock([("title", blocks.CharBlock()), ("notes", blocks.ListBlock(blocks.CharBlock()))])
STREAM = blocks.StreamBlock(
    [("timeline", blocks.StructBlock([("entries", blocks.ListBlock(ENTRY))])), ("text", blocks.CharBlock())]
)


def test_bare_items_get_an_identity_at_every_depth():
    raw = [{"type": "timeline", "value": {"entries": [{"title": "Một", "notes": ["a", "b"]}]}, "id": "1"}]
    (child,) = with_item_ids(STREAM, raw)
    (entry,) = child["value"]["entries"]
    assert (entry["type"], entry["value"]["title"]) == ("item", "Một")
    assert [item["value"] for item in entry["value"]["notes"]] == ["a", "b"]
    assert len({entry["id"], *(item["id"] for item in entry["value"]["notes"])}) == 3


def test_what_has_an_identity_keeps_it():
    raw = [
        {"type": "timeline", "value": {"entries": [{"type": "item", "value": {"title": "Một"}, "id": "7"}]}, "id": "1"}
    ]
    assert with_item_ids(STREAM, raw) == raw
    assert with_item_ids(STREAM, with_item_ids(STREAM, raw)) == raw


def test_unknown_blocks_and_plain_values_stay_as_they_are():
    raw = [{"type": "gone", "value": ["a"], "id": "1"}, {"type": "text", "value": "b", "id": "2"}]
    assert with_item_ids(STREAM, raw) == raw
