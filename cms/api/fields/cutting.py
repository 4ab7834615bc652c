"""Cutting what `?fields=` and `?rich_text=` leave out of a ready document: once per document, by its digest."""

import hashlib
import json
from collections.abc import Hashable
from typing import NamedTuple

from cms.api.fields.restating import Restating
from cms.api.fields.rich_text import as_text
from cms.api.fields.selection import Selection
from cms.core.memory import Memory
from cms.delivery.documents import to_json

# In bytes, all answers together.
CAPACITY = 24_000_000


class Cut(NamedTuple):
    """What is left of a document, as JSON, and a digest that is another for every other text."""

    text: bytes
    digest: bytes


_cut = Memory(CAPACITY, lambda cut: len(cut.text))


class Cutter:
    """Cuts documents in one way. `name` is that way's own among all ways; `selections` are by type."""

    def __init__(
        self,
        name: Hashable,
        selections: dict[str, Selection] | None,
        *,
        is_text: bool = False,
        restating: Restating | None = None,
    ):
        self.restating = restating or None
        self.name = (name, is_text, restating.name if restating else ())
        self.selections, self.is_text = selections, is_text

    def known(self, digest: str) -> Cut | None:
        """Return what is left of the document with this digest, if it was cut before."""
        return _cut.get((digest, self.name))

    def cut(self, digest: str, text: str | bytes, type_name: str) -> Cut:
        """Return what is left of a document."""
        known = self.known(digest)
        if known is not None:
            return known
        document = json.loads(text)
        if self.restating is not None:
            document = self.restating(document)
        if self.selections is not None:
            document = self.selections[type_name].apply(document)
        left = to_json(as_text(document) if self.is_text else document).encode()
        result = Cut(left, hashlib.sha256(left).digest())
        _cut.put((digest, self.name), result)
        return result
