"""Reconciling what is derived: the delivery store, the search index, translation states, public files, cards."""

from collections.abc import Iterator
from dataclasses import dataclass

from cms.delivery import reconciliation
from cms.discovery.sharing import leftovers
from cms.search import reconciliation as search
from cms.translation.states import reconciliation as states
from media.files import digests, public_files, reading


@dataclass(frozen=True)
class Stretch:
    """A part of the way: how far it is, and in a sentence each what was wrong."""

    what: str
    done: int
    of: int
    faults: list[str]


def reconcile(*, repair: bool) -> Iterator[Stretch]:
    """Walk all of it, saying how far it is; with `repair` what is wrong is put right."""
    for batch in reconciliation.reconcile(repair=repair):
        yield Stretch("items", batch.done, batch.of, [str(difference) for difference in batch.differences])
    for done, of, faults in search.reconcile(repair=repair):
        yield Stretch("entries", done, of, faults)
    for done, of, faults in states.reconcile(repair=repair):
        yield Stretch("translation states", done, of, faults)
    for done, of, faults in public_files.reconcile(repair=repair):
        yield Stretch("files", done, of, faults)
    for done, of, faults in digests.reconcile(repair=repair):
        yield Stretch("digests", done, of, faults)
    for done, of, faults in reading.reconcile(repair=repair):
        yield Stretch("texts of files", done, of, faults)
    for done, of, faults in leftovers.reconcile(repair=repair):
        yield Stretch("cards", done, of, faults)
