"""Looking for entries whose page, or whose type, is gone: of the others the delivery store's reconciliation asks."""

from collections.abc import Iterator

from django.db.models import QuerySet

from cms.delivery.registry import all_types
from cms.search.models import SearchEntry


def reconcile(*, repair: bool) -> Iterator[tuple[int, int, list[str]]]:
    """Walk the types of pages, giving (looked at, of about how many, what was wrong); with `repair` it is put right."""
    types = [delivered_type for delivered_type in all_types() if delivered_type.is_page]
    names = [delivered_type.name for delivered_type in types]
    of, done = SearchEntry.objects.count(), 0
    for delivered_type in types:
        entries = SearchEntry.objects.filter(type=delivered_type.name)
        done += entries.count()
        yield done, of, _look_at(entries.exclude(object_id__in=delivered_type.model.objects.values("pk")), repair)
    yield of, of, _look_at(SearchEntry.objects.exclude(type__in=names), repair)


def _look_at(lost: QuerySet, repair: bool) -> list[str]:
    faults = [f"{label} {pk}: is gone and still found" for label, pk in lost.values_list("type", "object_id")]
    if repair and faults:
        lost.delete()
    return faults
