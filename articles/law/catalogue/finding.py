"""What an address asks of a library, answered by its catalogue; look-ups of words and numbers are the database's."""

from collections.abc import Hashable, Mapping

from django.db.models import F, QuerySet, Value

from articles.law.as_of import PARAMETER
from articles.law.catalogue.catalogue import NEWEST_FIRST, Catalogue
from articles.law.catalogue.facts import FACETS, STATUS, day_number
from articles.law.catalogue.shelf import Listed, ask_catalogue
from articles.law.status import today_in_vietnam
from cms.core.by_number import keep_answer
from cms.core.listing.form import ListingForm
from cms.core.listing.listing import Found

LOOK_UPS = ("q", "number")


def find_in_catalogue(form: ListingForm, listed: Listed, number: Hashable, until: int) -> Found:
    """Return what a form asks of a list, `pages` up to a place in it.

    Besides the catalogue's own there is one query for each look-up, once for a number of the site.
    """
    ranks = {
        name: keep_answer(number, _ranked(form.filters[name].keep(listed.documents, form.values[name])), dict)
        for name in LOOK_UPS
        if name in form.values
    }
    total, keys, counts = ask_catalogue(listed, number, lambda catalogue: _read(form, catalogue, ranks, until))
    return Found(InOrder(listed.documents, keys), total, lambda: counts)


class InOrder:
    """Documents in the order of their keys, read a slice at a time."""

    def __init__(self, documents: QuerySet, keys: list[int]):
        self.documents, self.keys = documents, keys

    def __len__(self) -> int:
        return len(self.keys)

    def __getitem__(self, part: slice) -> list:
        keys = self.keys[part]
        # Asked of the list again: what has been withdrawn this moment is not there.
        pages = {page.pk: page for page in self.documents.filter(pk__in=keys).with_cards()} if keys else {}
        return [pages[key] for key in keys if key in pages]


def _ranked(documents: QuerySet) -> QuerySet:
    has_rank = "lookup_rank" in documents.query.annotations
    return documents.order_by().annotate(rank=F("lookup_rank") if has_rank else Value(0)).values_list("pk", "rank")


def _read(form: ListingForm, catalogue: Catalogue, ranks: Mapping[str, Mapping[int, int]], until: int) -> tuple:
    """Return how many there are, the keys of the first of them, and the counts."""
    day = day_number(form.values.get(PARAMETER) or today_in_vietnam())
    looked_up = {name: catalogue.set_of(found) for name, found in ranks.items()}
    facets = {facet: _asked(form, catalogue, looked_up, day, facet) for facet in (*FACETS, STATUS)}
    whole = _asked(form, catalogue, looked_up, day)
    keys: list[int] = []
    for part in [whole] if form.order or "q" not in ranks else _nearest_first(catalogue, whole, ranks["q"]):
        keys += catalogue.first(part, form.order or NEWEST_FIRST, until - len(keys))
    return whole.bit_count(), keys, catalogue.counts(facets, day)


def _nearest_first(catalogue: Catalogue, whole: int, ranks: Mapping[int, int]) -> list[int]:
    """Return a set of documents in parts: those that are nearest to a look-up, the next, and so on."""
    by_rank: dict[int, list[int]] = {}
    for pk, rank in ranks.items():
        by_rank.setdefault(rank, []).append(pk)
    return [whole & catalogue.set_of(by_rank[rank]) for rank in sorted(by_rank)]


def _asked(form: ListingForm, catalogue: Catalogue, looked_up: Mapping[str, int], day: int, without: str = "") -> int:
    """Return the documents that fit every filter (but one), as ListingForm.apply does."""
    if set(form.given) - set(form.values) - {without}:
        return 0
    fitting = catalogue.all
    for name, value in form.values.items():
        if name in looked_up:
            fitting &= looked_up[name]
        elif name not in (without, PARAMETER):
            fitting &= catalogue.bits(name, str(value), day)
    return fitting
