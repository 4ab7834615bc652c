"""What left a scope is remembered for as long as a feed may have to be told of it."""

from collections.abc import Iterable

from cms.delivery.models import DeliveredItem, Departure


def remember_departures(rows: Iterable[DeliveredItem]) -> None:
    """Write down which of these rows, just numbered and saved, have left the scope they were last delivered in."""
    left = []
    for row in rows:
        if row.scope_before is not None and row.scope_before != row.scope:
            stream, audience = row.scope_before
            left.append(
                Departure(item=row, stream=stream, audience=audience, sequence=row.sequence, left_at=row.changed_at)
            )
        row.scope_before = row.scope
    if left:
        Departure.objects.bulk_create(
            left,
            update_conflicts=True,
            unique_fields=["item", "stream", "audience"],
            update_fields=["sequence", "left_at"],
        )
