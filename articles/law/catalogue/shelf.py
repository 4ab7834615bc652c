"""The catalogues this process keeps, brought up to date by what the published sequence says has changed.

What moves no number of the sequence (an alias that is made a moment after its original, a document for the website
alone) is looked at again with each change of the site; and after REFILL_SECONDS all is read anew, whatever was missed.
"""

import time
from collections.abc import Callable, Hashable
from dataclasses import dataclass
from threading import RLock
from typing import TypeVar
from uuid import UUID

from django.db.models import QuerySet

from articles.law.catalogue.catalogue import Catalogue
from articles.law.catalogue.facts import read_facts
from cms.core.memory import Memory
from cms.core.models import Syndication
from cms.delivery.models import DeliveredItem, DeliverySequence

LAW_DOCUMENT = "articles.LawDocumentPage"
# More changes than these are read as fast by reading all.
MAX_CHANGES = 1000
REFILL_SECONDS = 3600.0
# How long a changed document is looked at again with each change of the site.
SETTLED_SECONDS = 120.0

Answer = TypeVar("Answer")

_shelves = Memory(capacity=8)
_making = RLock()


def ask_catalogue(listed: "Listed", number: Hashable, read: Callable[[Catalogue], Answer]) -> Answer:
    """Return what `read` makes of the catalogue of a list; `number` is the site's now.

    A catalogue that is up to date costs no query, one that is not six at most.
    """
    with _making:
        shelf = _shelves.get(listed.name)
        if shelf is None:
            shelf = _Shelf()
            _shelves.put(listed.name, shelf)
    with shelf.lock:
        shelf.bring_up_to_date(listed, number)
        return read(shelf.catalogue)


@dataclass(frozen=True)
class Listed:
    """A list: its own name, all its documents, and whether the published sequence says when one of them changes."""

    name: Hashable
    documents: QuerySet
    is_delivered: Callable[[], bool]


class _Shelf:
    """One catalogue, the number it is true for, and what changed lately."""

    def __init__(self):
        self.lock = RLock()
        self.catalogue: Catalogue | None = None
        self._number: Hashable = None
        self._epoch = ""
        self._sequence = 0
        self._is_delivered = True
        self._filled_at = float("-inf")
        # Translation keys: of what changed lately, and when; of what is on the website alone.
        self._lately: dict[UUID, float] = {}
        self._alone: set[UUID] = set()

    def bring_up_to_date(self, listed: Listed, number: Hashable) -> None:
        if self.catalogue is not None and self._number == number:
            return
        # Read first: what is written meanwhile is read again, not missed.
        sequence = DeliverySequence.current()
        now = time.monotonic()
        is_old = self.catalogue is None or self._epoch != sequence.epoch or now - self._filled_at > REFILL_SECONDS
        rows = {} if is_old else self._changed()
        if is_old or not all(rows.values()):
            self._is_delivered = listed.is_delivered()
        if is_old or not self._is_delivered or len(rows) > MAX_CHANGES:
            self.catalogue = Catalogue(read_facts(listed.documents))
            self._filled_at, self._lately = now, {}
        else:
            self._lately = {uuid: at for uuid, at in self._lately.items() if now - at < SETTLED_SECONDS}
            self._lately.update(dict.fromkeys(rows, now))
            self._take_in(listed.documents)
        self._number, self._epoch, self._sequence = number, sequence.epoch, sequence.value

    def _changed(self) -> dict[UUID, bool]:
        """Return the translation keys of what has changed since, each with whether it is delivered in any language."""
        rows = DeliveredItem.objects.filter(type=LAW_DOCUMENT, sequence__gt=self._sequence).order_by("is_live")
        return dict(rows.values_list("uuid", "is_live")[: MAX_CHANGES + 1])

    def _take_in(self, documents: QuerySet) -> None:
        alone = documents.model.objects.filter(syndication=Syndication.NONE)
        before, self._alone = self._alone, set(alone.values_list("translation_key", flat=True))
        uuids = {*self._lately, *self._alone, *before}
        if uuids:
            self.catalogue.change([uuid.hex for uuid in uuids], read_facts(documents.filter(translation_key__in=uuids)))
