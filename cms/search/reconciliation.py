"""Looking whether the index says what it should: every page, batch by batch, and entries whose page is gone."""

from collections.abc import Iterator

from django.db import transaction

from cms.core.known_tree import KnownTree
from cms.delivery.models import DeliverySequence
from cms.delivery.registry import DeliveredType, all_types
from cms.delivery.visibility import is_on_website, withheld_reasons
from cms.search.indexing import entries_of, save
from cms.search.models import SearchEntry

BATCH = 100


def reconcile(*, repair: bool) -> Iterator[tuple[int, int, list[str]]]:
    """Walk the pages, giving (looked at, of about how many, what was wrong); with `repair` it is put right."""
    types = [delivered_type for delivered_type in all_types() if delivered_type.is_page]
    of = sum(delivered_type.model.objects.count() for delivered_type in types)
    done = 0
    for delivered_type in types:
        last = 0
        pages = delivered_type.model.objects.order_by("pk")
        while pks := list(pages.filter(pk__gt=last).values_list("pk", flat=True)[:BATCH]):
            done, last = done + len(pks), pks[-1]
            yield done, of, _look_at(delivered_type, pks, repair=repair)
    yield of, of, _look_for_lost(types, repair=repair)


def _look_at(delivered_type: DeliveredType, pks: list[int], *, repair: bool) -> list[str]:
    if not _faults(delivered_type, pks, repair=False):
        return []
    with transaction.atomic():
        # Nobody publishes now: what still differs is wrong.
        DeliverySequence.locked()
        return _faults(delivered_type, pks, repair=repair)


def _faults(delivered_type: DeliveredType, pks: list[int], *, repair: bool) -> list[str]:
    pages = list(delivered_type.model.objects.filter(pk__in=pks).select_related("locale"))
    with KnownTree() as tree:
        tree.learn(pages)
        found = [
            page for page, reason in zip(pages, withheld_reasons(pages), strict=True) if is_on_website(page, reason)
        ]
        entries = {entry.object_id: entry for entry in entries_of(found)}
    kept = dict(
        SearchEntry.objects.filter(type=delivered_type.name, object_id__in=pks).values_list("object_id", "digest")
    )
    differing = [entry for pk, entry in entries.items() if kept.get(pk) != entry.digest]
    surplus = sorted(kept.keys() - entries.keys())
    if repair:
        save(differing)
        SearchEntry.objects.filter(type=delivered_type.name, object_id__in=surplus).delete()
    return [
        *(f"{entry.type} {entry.object_id}: is not found as it should be" for entry in differing),
        *(f"{delivered_type.name} {pk}: is found and should not be" for pk in surplus),
    ]


def _look_for_lost(types: list[DeliveredType], *, repair: bool) -> list[str]:
    """Find entries whose page, or whose type, is gone."""
    lost = SearchEntry.objects.exclude(type__in=[delivered_type.name for delivered_type in types])
    faults = []
    gone = [lost]
    for delivered_type in types:
        entries = SearchEntry.objects.filter(type=delivered_type.name)
        gone.append(entries.exclude(object_id__in=delivered_type.model.objects.values("pk")))
    for entries in gone:
        faults += [f"{label} {pk}: is gone and still found" for label, pk in entries.values_list("type", "object_id")]
        if repair:
            entries.delete()
    return faults
