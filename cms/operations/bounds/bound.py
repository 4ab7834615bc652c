"""A bound: a rule in words, how much lies beyond it, and how that is removed."""

import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet
from django.utils import timezone

IsStopping = Callable[[], bool]

# So that no statement holds the database for long.
AT_ONCE = 500
# The clock's other jobs wait no longer than this.
LONGEST_SECONDS = 5


@dataclass(frozen=True)
class Bound:
    """`count` says how many are beyond the rule at a moment, `remove` removes them; both say how many."""

    name: str
    rule: str
    count: Callable[[datetime], int]
    remove: Callable[[datetime, IsStopping], object]
    seconds: int = 3600

    def keep(self, is_stopping: IsStopping) -> None:
        """Do it now, for a few seconds: the worker's job. What is left comes next time."""
        until = time.monotonic() + LONGEST_SECONDS
        self.remove(timezone.now(), lambda: is_stopping() or time.monotonic() > until)


def bound_of_rows(name: str, rule: str, beyond: Callable[[datetime], Iterable[QuerySet]]) -> Bound:
    """Return the bound of rows that are simply deleted, in portions, with whatever hangs on them."""

    def remove(now: datetime, is_stopping: IsStopping) -> None:
        for rows in beyond(now):
            while not is_stopping() and (pks := list(rows.values_list("pk", flat=True)[:AT_ONCE])):
                rows.model._base_manager.filter(pk__in=pks).delete()

    return Bound(name, rule, lambda now: sum(rows.count() for rows in beyond(now)), remove)
