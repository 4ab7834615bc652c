"""Looking whether the rows say what they should: every item, batch by batch, and rows whose item is gone."""

from collections.abc import Iterator

from django.db import transaction

from cms.core.models import BaseSnippet
from cms.delivery.models import DeliverySequence
from cms.translation.models import TranslationState
from cms.translation.states import items
from cms.translation.states.rows import differences, write

BATCH = 200


def reconcile(*, repair: bool) -> Iterator[tuple[int, int, list[str]]]:
    """Walk everything, giving (looked at, of about how many, what was wrong); with `repair` it is put right."""
    of, done = items.count(), 0
    for keys in items.all_keys(BATCH):
        done += len(keys)
        yield done, max(of, done), _look_at(set(keys), repair=repair)
    last = 0
    rows = TranslationState.objects.order_by("pk")
    while found := list(rows.filter(pk__gt=last).values_list("pk", "type", "translation_key")[:BATCH]):
        last = found[-1][0]
        yield of, of, _look_at({(_table_of(label), identity) for _pk, label, identity in found}, repair=repair)


def _look_at(keys: set[items.Key], *, repair: bool) -> list[str]:
    if not any(differences(keys)):
        return []
    with transaction.atomic():
        # Nobody publishes now: what still differs is wrong.
        DeliverySequence.locked()
        wanted, surplus = differences(keys)
        if repair:
            write(wanted, surplus)
    return [
        *(
            f"{row.type} {row.source_id}: its state in {row.locale.language_code} is not as it should be"
            for row in wanted
        ),
        *(f"{row.type} {row.source_id}: has a state and is gone" for row in surplus),
    ]


def _table_of(label: str) -> str:
    """Return the label of the model whose table has the identities of a type."""
    snippets = {model._meta.label for model in items.tracked_models() if issubclass(model, BaseSnippet)}
    return label if label in snippets else items.PAGES
