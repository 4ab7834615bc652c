"""A delivered item, as every machine-readable form of it reads it: its document is the only truth."""

import json
import uuid
from datetime import datetime
from functools import cached_property

from cms.delivery.models import DeliveredItem
from cms.discovery.kinds import KINDS


class Item:
    """Wraps the document of a row of the delivery store, see cms.delivery.serializers.PageSerializer."""

    def __init__(self, document: dict):
        self.document = document
        self.meta = document["meta"]

    @classmethod
    def of(cls, row: DeliveredItem) -> "Item":
        return cls(json.loads(row.document))

    @property
    def type(self) -> str:
        return self.meta["type"]

    @property
    def url(self) -> str:
        return self.meta["html_url"]

    @property
    def language(self) -> str:
        return self.meta["locale"]

    @property
    def title(self) -> str:
        return self.document["title"]

    @property
    def summary(self) -> str:
        """Plain text, "" where there is none."""
        return self.document.get("summary") or ""

    @property
    def urn(self) -> str:
        """The name of this item in this language, for ever: version 5 of its uuid (as namespace) and the locale."""
        return f"urn:uuid:{uuid.uuid5(uuid.UUID(str(self.meta['uuid'])), self.language)}"

    @property
    def picture(self) -> dict | None:
        """Its picture as PictureSerializer describes it, None where it has none."""
        kind = KINDS.get(self.type)
        return self.document.get(kind.picture if kind and kind.picture else "cover") or None

    @cached_property
    def published(self) -> datetime | None:
        return _moment(self.document.get("date") or self.meta["first_published_at"])

    @cached_property
    def updated(self) -> datetime | None:
        """When its text was last published; no earlier than `published`."""
        moments = [moment for moment in (_moment(self.meta["last_published_at"]), self.published) if moment]
        return max(moments, default=None)

    @property
    def topics(self) -> list[str]:
        kind = KINDS.get(self.type)
        terms = self.document.get(kind.topic.field) if kind and kind.topic else None
        return [term["name"] for term in (terms if isinstance(terms, list) else [terms]) if term]

    @property
    def section(self) -> dict | None:
        """The section it is in, as ReferenceSerializer describes it."""
        return self.meta.get("parent")

    def rendition(self, *shapes: str, longest: int | None = None) -> dict | None:
        """Return {"url", "width", "height"} of the widest JPEG of the first shape that has one; None for none.

        `longest` bounds width and height in pixels.
        """
        for shape in shapes if self.picture else ():
            sizes = [size for size in self.picture["renditions"].get(shape) or [] if size.get("jpeg")]
            fitting = [size for size in sizes if longest is None or max(size["width"], size["height"]) <= longest]
            if fitting:
                return {"url": fitting[-1]["jpeg"], "width": fitting[-1]["width"], "height": fitting[-1]["height"]}
        return None


def _moment(text: str | None) -> datetime | None:
    """Return a moment of a document, in whole seconds."""
    return datetime.fromisoformat(text).replace(microsecond=0) if text else None
