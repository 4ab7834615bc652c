"""Items of list blocks keep an identity of their own, whoever wrote them.

The admin stores a list's items as {"type": "item", "id", "value"}. A script may write the bare values, and Wagtail
reads those too; but wagtail-localize finds no text in them, because it has no name for the place of a sentence.
"""

import uuid
from typing import Any

from wagtail import blocks


def with_item_ids(block: blocks.Block, value: Any) -> Any:
    """Return a block's raw (JSON) value with every list item in the admin's form; what has it already stays."""
    if isinstance(block, blocks.ListBlock) and isinstance(value, list):
        return [_item(block, item) for item in value]
    if isinstance(block, blocks.StructBlock) and isinstance(value, dict):
        return {
            name: with_item_ids(block.child_blocks[name], child) if name in block.child_blocks else child
            for name, child in value.items()
        }
    if isinstance(block, blocks.StreamBlock) and isinstance(value, list):
        return [_stream_child(block, child) for child in value]
    return value


def _item(block: blocks.ListBlock, item: Any) -> dict:
    if isinstance(item, dict) and item.get("type") == "item" and "value" in item and "id" in item:
        return {**item, "value": with_item_ids(block.child_block, item["value"])}
    return {"type": "item", "value": with_item_ids(block.child_block, item), "id": str(uuid.uuid4())}


def _stream_child(block: blocks.StreamBlock, child: Any) -> Any:
    if not isinstance(child, dict) or child.get("type") not in block.child_blocks:
        return child
    return {**child, "value": with_item_ids(block.child_blocks[child["type"]], child.get("value"))}
