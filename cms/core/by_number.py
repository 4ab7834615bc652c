"""What is made once for each number of the site: kept in the process until something that readers see changes.

Whoever keeps the number says here how it is read (cms.caching); without one nothing is kept.
"""

import contextlib
from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db.models import QuerySet

from cms.core.memory import Memory

# What is made for one number: fragments, sections, counts. A larger site has more sections than this; the last stay.
CAPACITY = 2000

# That whose answers are being made, and the one before it, which requests may have begun with.
NUMBERS = 2

_kept: OrderedDict[Hashable, Memory] = OrderedDict()
_readers: list[Callable[[], Hashable | None]] = []


def told_by(read_number: Callable[[], Hashable | None]) -> None:
    """Let the number be read by this function: one query, None where there is no number yet."""
    _readers[:] = [read_number]


def number_now() -> Hashable | None:
    return _readers[0]() if _readers else None


def number_of(request) -> Hashable | None:
    """Return the number an answer began with: one query, however often it is asked for."""
    if not hasattr(request, "site_number"):
        request.site_number = number_now()
    return request.site_number


def keep(number: Hashable | None, key: Hashable, make: Callable[[], Any]) -> Any:
    """Return what `make` gives; it is asked once for each number and key. The answer is not to be changed."""
    if number is None:
        return make()
    made = _made_for(number)
    value = made.get(key)
    if value is None:
        value = make()
        if value is not None:
            made.put(key, value)
    return value


def _made_for(number: Hashable) -> Memory:
    """Return what was made for a number; of those before it nothing is of use any more, and nothing stays."""
    made = _kept.get(number)
    if made is None:
        made = _kept.setdefault(number, Memory(CAPACITY))
        while len(_kept) > NUMBERS:
            with contextlib.suppress(KeyError):
                _kept.popitem(last=False)
    return made


def keep_answer(number: Hashable | None, asked: QuerySet, read: Callable[[QuerySet], Any]) -> Any:
    """Return `read(asked)`, once for each number and question: counting goes through all that is counted."""
    try:
        key = asked.query.sql_with_params()
    except EmptyResultSet:
        return read(asked)
    return keep(number, key, lambda: read(asked))
