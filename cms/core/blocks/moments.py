"""When a page reads differently by itself, because a block in it does."""

from datetime import datetime

from django.db import models
from wagtail.fields import StreamField


def next_change_in(instance: models.Model, now: datetime) -> datetime | None:
    """Return the first moment after `now` at which a block of any of the instance's streams changes, or None.

    A block that changes by itself (an election) has a method `next_change(value, now)` that returns its moment or
    None. Blocks inside other blocks are not asked.
    """
    moments = []
    for field in instance._meta.concrete_fields:
        if not isinstance(field, StreamField):
            continue
        changing = {name for name, block in field.stream_block.child_blocks.items() if hasattr(block, "next_change")}
        for child in getattr(instance, field.attname) or [] if changing else []:
            if child.block_type in changing:
                moments.append(child.block.next_change(child.value, now))
    return min((moment for moment in moments if moment is not None), default=None)
