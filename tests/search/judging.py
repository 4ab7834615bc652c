"""The judged sample: its documents in the index, and the mean reciprocal rank of its queries."""

import unicodedata
import uuid
from datetime import UTC, datetime
from pathlib import Path

import yaml

from cms.search.engine import Search
from cms.search.entries import complete
from cms.search.models import SearchEntry

SAMPLE = Path(__file__).parent / "samples" / "queries.yaml"
# Written down once, on SQLite; it changes only with the engine.
FIRST_THREE = Path(__file__).parent / "samples" / "first_three.yaml"
DEPTH = 10


def read_sample() -> tuple[list[dict], list[dict]]:
    """Return (documents, queries)."""
    sample = yaml.safe_load(SAMPLE.read_text(encoding="utf-8"))
    return sample["documents"], sample["queries"]


def read_first_three() -> dict[str, list[str]]:
    """Return, by query, the ids of what it finds first."""
    return yaml.safe_load(FIRST_THREE.read_text(encoding="utf-8"))


def index_documents(documents: list[dict]) -> None:
    """Put the documents into the index, all of one day."""
    SearchEntry.objects.bulk_create(
        complete(
            SearchEntry(
                type=document["type"],
                object_id=number,
                uuid=uuid.uuid5(uuid.NAMESPACE_URL, document["id"]),
                locale=document["locale"],
                title=unicodedata.normalize("NFC", document["title"]),
                body=unicodedata.normalize("NFC", document["text"]),
                date=datetime(2026, 1, 1, tzinfo=UTC),
                year=2026,
                syndication="public",
            ),
            document["title"],
        )
        for number, document in enumerate(documents, start=1)
    )


def first_ten(query: dict, documents: list[dict]) -> list[str]:
    """Return the ids of the first documents that a query finds."""
    return [documents[entry.object_id - 1]["id"] for entry in Search(query["query"], query["locale"]).page(0, DEPTH)]


def reciprocal_rank(found: list[str], relevant: list[str]) -> float:
    return next((1 / rank for rank, name in enumerate(found, start=1) if name in relevant), 0.0)
