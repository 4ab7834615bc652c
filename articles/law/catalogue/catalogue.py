"""One library's documents in this process's memory: which have which value, and their orders."""

from bisect import bisect_left, insort
from collections import OrderedDict, defaultdict
from collections.abc import Callable, Iterable, Mapping
from itertools import islice

from articles.law.catalogue.bits import bits_of, in_order
from articles.law.catalogue.facts import STATUS, Facts

# So many days' statuses are known at a time.
KEPT_DAYS = 16

# By the values of `order` in addresses; what has no day comes last, whichever way.
ORDERS: dict[str, Callable[[int, Facts], tuple]] = {
    "-issue_date": lambda pk, facts: (facts.issued is None, -(facts.issued or 0), -pk),
    "issue_date": lambda pk, facts: (facts.issued is None, facts.issued or 0, pk),
    "-effective_date": lambda pk, facts: (facts.effective is None, -(facts.effective or 0), pk),
    "effective_date": lambda pk, facts: (facts.effective is None, facts.effective or 0, pk),
}
NEWEST_FIRST = "-issue_date"


class Catalogue:
    """The facts of all documents of a list. Not for several threads at once: see shelf."""

    def __init__(self, facts: Mapping[int, Facts]):
        # What has left the list leaves its place empty.
        self._facts: list[Facts | None] = list(facts.values())
        self._keys: list[int] = list(facts)
        self._places = {pk: place for place, pk in enumerate(self._keys)}
        self._pages = {known.key: pk for pk, known in facts.items()}
        places = defaultdict(list)
        for place, known in enumerate(self._facts):
            for value in known.values:
                places[value].append(place)
        self.all = bits_of(range(self.size), self.size)
        self._bits: dict[tuple[str, str], int] = {value: bits_of(at, self.size) for value, at in places.items()}
        self._orders: dict[str, list[tuple[tuple, int]]] = {}
        self._by_day: OrderedDict[int, dict[str, int]] = OrderedDict()

    @property
    def size(self) -> int:
        """How many places there are, empty ones too."""
        return len(self._keys)

    def bits(self, facet: str, value: str, day: int) -> int:
        """Return the documents that have a value; of statuses, on that day."""
        if facet == STATUS:
            return self._statuses(day).get(value, 0)
        return self._bits.get((facet, value), 0)

    def counts(self, facets: Mapping[str, int], day: int) -> dict[str, dict[str, int]]:
        """Return {facet: {value: how many}} of a set for each facet; what nothing has is left out."""
        counted: dict[str, dict[str, int]] = {facet: {} for facet in facets}
        for (facet, value), bits in self._bits.items():
            if facet in facets and (count := (bits & facets[facet]).bit_count()):
                counted[facet][value] = count
        if STATUS in facets:
            for status, bits in self._statuses(day).items():
                if count := (bits & facets[STATUS]).bit_count():
                    counted[STATUS][status] = count
        return counted

    def set_of(self, keys: Iterable[int]) -> int:
        """Return the documents with these keys; what is not in the list is left out."""
        return bits_of((self._places[pk] for pk in keys if pk in self._places), self.size)

    def first(self, bits: int, order: str, count: int) -> list[int]:
        """Return the keys of so many of a set of documents, the first of them in an order."""
        if order not in self._orders:
            key = ORDERS[order]
            self._orders[order] = sorted((key(pk, self._facts[place]), place) for pk, place in self._places.items())
        places = (place for _key, place in self._orders[order])
        return [self._keys[place] for place in islice(in_order(bits, places, self.size), count)]

    def change(self, keys: Iterable[str], facts: Mapping[int, Facts]) -> None:
        """Take what is true now of these documents; those without facts are in the list no more."""
        now = {known.key: pk for pk, known in facts.items()}
        for key in keys:
            pk, before = now.get(key), self._pages.get(key)
            if pk == before and (pk is None or self._facts[self._places[pk]] == facts[pk]):
                continue
            if before is not None:
                self._take_out(before)
            if pk is not None:
                self._put_in(pk, facts[pk])

    def _take_out(self, pk: int) -> None:
        place = self._places.pop(pk)
        known, bit = self._facts[place], 1 << place
        for value in known.values:
            self._bits[value] &= ~bit
        for day, statuses in self._by_day.items():
            statuses[known.status_on(day)] &= ~bit
        for order, entries in self._orders.items():
            del entries[bisect_left(entries, (ORDERS[order](pk, known), place))]
        self.all &= ~bit
        self._facts[place] = None
        del self._pages[known.key]

    def _put_in(self, pk: int, known: Facts) -> None:
        place = self.size
        self._keys.append(pk)
        self._facts.append(known)
        self._places[pk] = place
        self._pages[known.key] = pk
        bit = 1 << place
        self.all |= bit
        for value in known.values:
            self._bits[value] = self._bits.get(value, 0) | bit
        for day, statuses in self._by_day.items():
            status = known.status_on(day)
            statuses[status] = statuses.get(status, 0) | bit
        for order, entries in self._orders.items():
            insort(entries, (ORDERS[order](pk, known), place))

    def _statuses(self, day: int) -> dict[str, int]:
        if day not in self._by_day:
            places = defaultdict(list)
            for place in self._places.values():
                places[self._facts[place].status_on(day)].append(place)
            self._by_day[day] = {status: bits_of(at, self.size) for status, at in places.items()}
            if len(self._by_day) > KEPT_DAYS:
                self._by_day.popitem(last=False)
        self._by_day.move_to_end(day)
        return self._by_day[day]
