"""What an item is delivered as: its document and its listing, as JSON texts, and its place on the website."""

import json
import threading
from functools import partial

from django.db import models
from rest_framework.serializers import BaseSerializer
from rest_framework.utils.encoders import JSONEncoder
from wagtail.models import Page

from cms.delivery.models import DeliveredItem
from cms.delivery.registry import DeliveredType

MAX_PATH = DeliveredItem._meta.get_field("html_path").max_length

# Serializers by type, in each thread.
_made = threading.local()

to_json = partial(json.dumps, cls=JSONEncoder, ensure_ascii=False, separators=(",", ":"))


def path_of(instance: models.Model) -> str:
    """Return where a page is on its website, "" for what has no place there."""
    parts = instance.get_url_parts() if isinstance(instance, Page) else None
    return (parts[2] or "")[:MAX_PATH] if parts else ""


def serialise(delivered_type: DeliveredType, instance: models.Model) -> tuple[str, str]:
    """Return (document, listing) as JSON texts."""
    serializer = _serializer_of(delivered_type)
    # Fields look at the item they are a part of through the serializer they belong to.
    serializer.instance = instance
    serializer.context.clear()
    data = serializer.to_representation(instance)
    return to_json(data), to_json(delivered_type.listing_of(data))


def _serializer_of(delivered_type: DeliveredType) -> BaseSerializer:
    """Return this thread's serializer of a type: making one copies every field it declares."""
    made = _made.__dict__
    if delivered_type.name not in made:
        made[delivered_type.name] = delivered_type.serializer(context={})
    return made[delivered_type.name]
