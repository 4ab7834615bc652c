"""A listing's filters as the form of its page: the values an address gives, and what could be chosen instead.

Which parameters there are and what they keep is declared once, for the page and the API alike (cms.delivery.filters);
here is only what the page shows of it. A value that cannot be meant, such as an unknown code, gives an empty list with
that value still in its field (the API answers 400).
"""

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol

from django.db.models import CharField, Count, F, QuerySet, Value
from django.db.models.functions import Cast
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from cms.core.by_number import keep_answer

# The parameter that says the order, as in the API.
ORDER = "order"
_NOTHING_TYPED = {"placeholder": "", "input_type": ""}

Offer = Callable[[Iterable[str]], list[tuple[str, str]]]


class Filter(Protocol):
    """What a parameter must be able to do: cms.delivery.filters has them."""

    def parse(self, text: str) -> Any:
        """Return the value `text` stands for. Raises ValueError if it is none."""

    def keep(self, queryset: QuerySet, value: Any) -> QuerySet:
        """Return the items that fit."""


@dataclass(frozen=True)
class FormField:
    """How one filter is shown.

    One with an `expression` (a path or expression of the queryset, made when it is asked for) offers the values that
    occur, with counts; `offer(values)` gives them as (value, label) in order, `spell` writes a database's value as
    addresses write it. One without is a field to type in.
    """

    name: str
    label: Any
    expression: Callable[[], Any] | None = None
    offer: Offer = lambda values: [(value, value) for value in sorted(values)]
    spell: Callable[[str], str] = str
    placeholder: Any = ""
    # The kind of field one types into: "date", or "" for words.
    input_type: str = ""
    # Not in the form unless the address names it.
    is_hidden: bool = False


@dataclass(frozen=True)
class Order:
    """An order of a list: `value` as the API's `order=` has it ("-issue_date"), "" for the list's own."""

    value: str
    label: Any


@dataclass
class ListingForm:
    """A listing's filters with the values of an address. Parameters of other names are not its business."""

    filters: Mapping[str, Filter]
    fields: list[FormField]
    parameters: Mapping[str, str]
    # The first is the list's own; [] for a list that has only that.
    orders: list[Order] = field(default_factory=list)
    given: dict[str, str] = field(init=False, default_factory=dict)
    values: dict[str, Any] = field(init=False, default_factory=dict)

    def __post_init__(self):
        for name, item in self.filters.items():
            text = (self.parameters.get(name) or "").strip()
            if text:
                self.given[name] = text
                try:
                    self.values[name] = item.parse(text)
                except ValueError:
                    continue

    @property
    def order(self) -> str:
        """The order the address asks for, "" for the list's own; what is no order of this list is taken for that."""
        asked = (self.parameters.get(ORDER) or "").strip()
        return asked if asked in {order.value for order in self.orders} else ""

    def in_order(self, queryset: QuerySet) -> QuerySet:
        """Return the items in the order asked for, as the API has them; what has no value comes last."""
        if not self.order:
            return queryset.newest_first()
        column = F(self.order.removeprefix("-"))
        is_down = self.order.startswith("-")
        return queryset.order_by(column.desc(nulls_last=True) if is_down else column.asc(nulls_last=True), "pk")

    def apply(self, queryset: QuerySet, *, without: str = "") -> QuerySet:
        """Return what fits every filter (but the one named by `without`); nothing where a value cannot be meant."""
        if set(self.given) - set(self.values) - {without}:
            return queryset.none()
        for name, value in self.values.items():
            if name != without:
                queryset = self.filters[name].keep(queryset, value)
        return queryset

    def entries(self, counts: Mapping[str, Mapping[str, int]]) -> list[dict]:
        """Return [{"name", "label", "value", "choices", "placeholder", "input_type"}] for components/filters.html.

        `counts` are those of `counts()`. A choice of nothing is not offered to begin with.
        """
        shown = [item for item in self.fields if self._is_shown(item, counts)]
        entries = [
            {
                "name": item.name,
                "label": str(item.label),
                "value": self.given.get(item.name, ""),
                "choices": self._choices(item, counts.get(item.name, {})) if item.expression else [],
                "placeholder": str(item.placeholder),
                "input_type": item.input_type,
            }
            for item in shown
        ]
        return [*entries, self._order_entry()] if self.orders else entries

    def _order_entry(self) -> dict:
        choices = [
            {
                "value": order.value,
                "label": str(order.label),
                "is_selected": order.value == self.order,
                "count": "",
            }
            for order in self.orders
        ]
        label = pgettext("order of a list", "Sort by")
        return {**_NOTHING_TYPED, "name": ORDER, "label": label, "value": self.order, "choices": choices}

    def _is_shown(self, item: FormField, counts: Mapping[str, dict]) -> bool:
        if item.name in self.given:
            return True
        # Once something is asked for, the form keeps its shape, whatever is found.
        return not item.is_hidden and bool(not item.expression or self.given or counts.get(item.name))

    def counts(self, queryset: QuerySet, number: Hashable | None = None) -> dict[str, dict[str, int]]:
        """Return {name: {value: number of items}}; two queries at most, however many facets there are.

        A choice's count is what one would get by choosing it and leaving the other filters as they are. For one
        `number` of the site (cms.core.by_number) it is counted once.
        """
        facets = [item for item in self.fields if item.expression]
        # What is not chosen yet counts the same items, and these are gone through only once.
        together = [item for item in facets if item.name not in self.given and not _may_repeat(item)]
        if len(together) == 1:
            together = []
        found = [
            *self._counted_together(queryset, together, number),
            *self._counted_apart(queryset, [item for item in facets if item not in together], number),
        ]
        counts: dict[str, dict[str, int]] = {}
        spell = {item.name: item.spell for item in facets}
        for name, value, count in found:
            if value:
                of_name, spelled = counts.setdefault(name, {}), spell[name](value)
                of_name[spelled] = of_name.get(spelled, 0) + count
        return counts

    def _counted_together(self, queryset, items: list[FormField], number) -> Iterator[tuple[str, str, int]]:
        """Give (name, value, count) of each combination of the items' values that occurs."""
        if not items:
            return
        columns = {f"facet_{item.name}": Cast(item.expression(), CharField()) for item in items}
        combined = self.apply(queryset).order_by().annotate(**columns).values(*columns).annotate(number=Count("pk"))
        for *values, count in keep_answer(number, combined.values_list(*columns, "number"), list):
            for item, value in zip(items, values, strict=True):
                yield item.name, value, count

    def _counted_apart(self, queryset, items: list[FormField], number) -> list[tuple[str, str, int]]:
        """Return (name, value, count) of items each of which counts other rows."""
        if not items:
            return []
        counted = [
            self.apply(queryset, without=item.name)
            .order_by()
            .annotate(facet=Value(item.name, CharField()), value=Cast(item.expression(), CharField()))
            .values("facet", "value")
            .annotate(number=Count("pk", distinct=_may_repeat(item)))
            .values_list("facet", "value", "number")
            for item in items
        ]
        return keep_answer(number, counted[0].union(*counted[1:], all=True), list)

    def _choices(self, item: FormField, counts: dict[str, int]) -> list[dict]:
        chosen = self.given.get(item.name, "")
        offered = item.offer({*counts, chosen} - {""})
        if chosen and chosen not in dict(offered):
            # Named, so that a reader sees why the list is empty.
            offered = [*offered, (chosen, chosen)]
        return [
            {"value": "", "label": _("All"), "is_selected": not chosen, "count": ""},
            *(
                {"value": value, "label": label, "is_selected": value == chosen, "count": counts.get(value, 0)}
                for value, label in offered
            ),
        ]


def _may_repeat(item: FormField) -> bool:
    """Whether the rows of an item's expression may name an item of the list twice: then counting takes longer."""
    expression = item.expression()
    return isinstance(expression, str) and "__" in expression
