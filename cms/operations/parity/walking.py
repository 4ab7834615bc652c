"""Walking everything there is, and comparing what its doors say.

What differs is asked for once more, all of it anew, before it is told: somebody may have published in between. Memory
holds a batch of items and, of everything the change feed tells, a number and a digest.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from django.db import models
from django.db.models import QuerySet

from cms.delivery.registry import DeliveredType, all_types
from cms.operations.parity.addresses import compare_addresses, compare_pictures
from cms.operations.parity.asking import Asker
from cms.operations.parity.deliveries import compare_feed, compare_list, compare_presence
from cms.operations.parity.difference import Difference
from cms.operations.parity.expectations import expectation_of, items_of
from cms.operations.parity.facts import compare_dates, compare_languages, compare_law_status
from cms.operations.parity.feed import Feed
from cms.operations.parity.hidden import compare_draft, compare_hidden
from cms.operations.parity.machines import compare_feeds, compare_sitemap, compare_structured_data
from cms.operations.parity.reading import Doors, Reading
from cms.operations.parity.texts import compare_summary, compare_texts

BATCH = 50

# What is compared of an item. A further door is one more line.
COMPARATORS: list[Callable[[Reading], Iterator[Difference]]] = [
    compare_texts,
    compare_summary,
    compare_pictures,
    compare_addresses,
    compare_dates,
    compare_languages,
    compare_law_status,
    compare_list,
    compare_feed,
    compare_draft,
    compare_structured_data,
    compare_sitemap,
    compare_feeds,
]


@dataclass(frozen=True)
class Stretch:
    """A part of the way: how far it is, and what differed."""

    what: str
    done: int
    of: int
    differences: list[Difference]


def check(asker: Asker, *, labels: tuple[str, ...] = (), limit: int = 0, is_fast: bool = False) -> Iterator[Stretch]:
    """Compare all items, or those of the types with these labels, at most `limit` of each."""
    feed = Feed(asker)
    for held in feed.follow():
        yield Stretch("change feed", held, held, [])
    doors = Doors(asker, feed, is_fast=is_fast)
    types = [delivered_type for delivered_type in all_types() if not labels or delivered_type.name in labels]
    of = sum(_count(delivered_type, limit) for delivered_type in types)
    done = 0
    for delivered_type in types:
        for pks in _pks(delivered_type.model._default_manager.all(), limit):
            differences = [
                difference
                for item in items_of(delivered_type, pks)
                for difference in _look_at(doors, delivered_type, item)
            ]
            done += len(pks)
            yield Stretch("items", done, max(done, of), differences)
        yield Stretch("items", done, max(done, of), list(_find_gone(feed, delivered_type)))


def _look_at(doors: Doors, delivered_type: DeliveredType, item: models.Model) -> list[Difference]:
    suspects = compare(Reading(doors, item))
    if not suspects:
        return []
    doors.forget()
    doors.feed.refresh()
    again = items_of(delivered_type, [item.pk])
    wrong = set(compare(Reading(doors, again[0]))) if again else set()
    return [difference for difference in suspects if difference in wrong]


def compare(reading: Reading) -> list[Difference]:
    """Return what the doors say differently of an item."""
    expected = expectation_of(reading.item)
    differences = [*compare_presence(reading, expected), *compare_hidden(reading, expected)]
    return differences + [difference for comparator in COMPARATORS for difference in comparator(reading)]


def _find_gone(feed: Feed, delivered_type: DeliveredType) -> Iterator[Difference]:
    """Find what the feed tells of though it is not there any more."""
    told = sorted(feed.told.get(delivered_type.name, {}))
    for start in range(0, len(told), BATCH):
        chunk = told[start : start + BATCH]
        there = set(delivered_type.model._default_manager.filter(pk__in=chunk).values_list("pk", flat=True))
        missing = set(chunk) - there
        if missing:
            feed.refresh()
        for pk in sorted(missing & feed.told[delivered_type.name].keys()):
            said = (("database", "deleted"), ("change feed", "upsert"))
            yield Difference(f"{delivered_type.name} {pk}", "presence", said)


def _count(delivered_type: DeliveredType, limit: int) -> int:
    count = delivered_type.model._default_manager.count()
    return min(count, limit) if limit else count


def _pks(queryset: QuerySet, limit: int) -> Iterator[list[int]]:
    last, left = 0, limit or None
    while left is None or left > 0:
        size = BATCH if left is None else min(BATCH, left)
        pks = list(queryset.filter(pk__gt=last).order_by("pk").values_list("pk", flat=True)[:size])
        if not pks:
            return
        yield pks
        last, left = pks[-1], None if left is None else left - len(pks)
