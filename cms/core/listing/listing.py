"""The page of a section's items that an address asks for: filtered, counted, cut into pages, as cards."""

from collections.abc import Callable, Hashable
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet

from cms.core.by_number import keep_answer, number_now
from cms.core.cards import Card
from cms.core.fallbacks import cards_by_pk
from cms.core.listing.form import ListingForm
from cms.core.pagination import Pagination


@dataclass(frozen=True)
class Found:
    """What an address asks for: `pages` in order, as anything that can be cut, with what their cards need.

    `counts` gives how many there are of each value, as ListingForm.counts does.
    """

    pages: Any
    total: int
    counts: Callable[[], dict[str, dict[str, int]]]


class Listing:
    """A section's list. Subclasses say what is in it (`items`) and, where it can be narrowed, by which `make_form`."""

    per_page = 12

    def __init__(self, section, request):
        self.section = section
        self.request = request
        self.form = self.make_form(request.GET)

    def make_form(self, parameters) -> ListingForm:
        """Return the form of an address's parameters; a list without filters takes no notice of them."""
        return ListingForm({}, [], parameters)

    def items(self) -> QuerySet:
        """Return all that a reader may see; its queryset says `newest_first()` and `with_cards()`."""
        raise NotImplementedError

    def find(self, number: Hashable | None) -> Found:
        """Return what the address asks for; for one `number` of the site (cms.core.by_number) it is counted once."""
        items = self.items()
        found = self.form.in_order(self.form.apply(items))
        total = keep_answer(number, found.order_by().values("pk"), QuerySet.count)
        return Found(found.with_cards(), total, lambda: self.form.counts(items, number))

    def explain(self, pages: list, cards: dict[int, Card]) -> None:
        """Add to the cards of a page of the list, by primary key, why they are there. Here: nothing."""

    def context(self) -> dict:
        """Return `cards`, `pagination`, `filters`, `reset_url`, `is_empty`.

        Raises Http404 for a page number that does not exist.
        """
        found = self.find(number_now())
        pagination = Pagination(found.pages, self.request, self.per_page, found.total)
        by_pk = cards_by_pk(pagination.items)
        self.explain(pagination.items, by_pk)
        cards = list(by_pk.values())
        return {
            "cards": cards,
            "pagination": pagination,
            "filters": self.form.entries(found.counts()),
            "reset_url": self.request.path if self.form.given or self.form.order else "",
            "is_empty": not cards,
        }
