"""Reading the bodies of many pages at once: what their blocks choose is asked for once, not once a page."""

from collections.abc import Iterable

from django.db import models
from wagtail.blocks import Block, StreamValue
from wagtail.fields import StreamField


def read_bodies(instances: Iterable[models.Model]) -> None:
    """Turn the raw blocks of every StreamField of these instances into values: a query or so for each type of block.

    Afterwards they hold what Wagtail would have read of each stream by itself; one picture in several of them is one
    instance. Deferred fields are left alone.
    """
    unread: dict[int, tuple[Block, list[tuple[StreamValue, int]]]] = {}
    for instance in instances:
        for field in instance._meta.concrete_fields:
            stream = instance.__dict__.get(field.attname) if isinstance(field, StreamField) else None
            if stream is not None:
                for place, raw in enumerate(stream._raw_data):
                    if stream._bound_blocks[place] is None:
                        block = stream.stream_block.child_blocks[raw["type"]]
                        unread.setdefault(id(block), (block, []))[1].append((stream, place))
    for block, places in unread.values():
        # What StreamValue does for one stream (_prefetch_blocks), for all of them.
        values = block.bulk_to_python([stream._raw_data[place]["value"] for stream, place in places])
        for (stream, place), value in zip(places, values, strict=True):
            identity = stream._raw_data[place].get("id")
            stream._bound_blocks[place] = StreamValue.StreamChild(block, value, id=identity)
