"""What the change feed tells, kept by item: a number and a digest each, so that memory stays small."""

import hashlib
import json
from collections.abc import Iterator

from cms.operations.parity.asking import Asker

ADDRESS = "/api/v2/changes/"
PAGE = 200

Told = tuple[int, bytes]


class Feed:
    """`told` is {type: {id: (sequence, digest of the document)}} of everything a reader of the feed holds now."""

    def __init__(self, asker: Asker):
        self._asker = asker
        self._next = f"{ADDRESS}?include=document&limit={PAGE}"
        self.told: dict[str, dict[int, Told]] = {}
        self.epoch = ""

    def follow(self) -> Iterator[int]:
        """Read on to the end; yield how many items are held after each page."""
        has_more = True
        while has_more:
            page = self._asker.get(self._next).json()
            for item in page["items"]:
                self._take(item)
            self._next, has_more = page["meta"]["next"], page["meta"]["has_more"]
            self.epoch = page["meta"]["token"].partition(".")[0]
            yield sum(len(items) for items in self.told.values())

    def refresh(self) -> None:
        """Read what has changed since."""
        for _held in self.follow():
            pass

    def of(self, label: str, pk: int) -> Told | None:
        return self.told.get(label, {}).get(pk)

    def document(self, label: str, pk: int) -> dict | None:
        """Ask for the document of one item again."""
        told = self.of(label, pk)
        if told is None:
            return None
        address = f"{ADDRESS}?include=document&limit=1&token={self.epoch}.{told[0] - 1}"
        items = self._asker.get(address).json()["items"]
        return next((item.get("document") for item in items if (item["type"], item["id"]) == (label, pk)), None)

    def _take(self, item: dict) -> None:
        held = self.told.setdefault(item["type"], {})
        if item["op"] == "upsert":
            held[item["id"]] = item["sequence"], digest_of(item["document"])
        else:
            held.pop(item["id"], None)


def digest_of(document: dict) -> bytes:
    """Return eight bytes that differ when documents do."""
    text = json.dumps(document, sort_keys=True, ensure_ascii=False)
    return hashlib.blake2b(text.encode(), digest_size=8).digest()
