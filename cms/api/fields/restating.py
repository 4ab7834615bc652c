"""Documents told otherwise than they are stored, where a parameter asks for it: a law's status of another day."""

from collections.abc import Callable, Mapping
from functools import reduce
from typing import Any

from django.utils.translation import gettext_noop as _

from cms.api.problems import invalid
from cms.api.query import Query
from cms.delivery.filters import Filter

Restate = Callable[[dict, Any], dict]


class Restating:
    """What a query's parameters make of a document; false where they ask for nothing."""

    def __init__(self, query: Query, restated_by: Mapping[str, Restate], filters: Mapping[str, Filter]):
        self.name = tuple((name, query.text(name)) for name in restated_by if name in query)
        self._steps = [(restated_by[name], parsed(filters[name], name, text)) for name, text in self.name]

    def __bool__(self) -> bool:
        return bool(self._steps)

    def __call__(self, document: dict) -> dict:
        return reduce(lambda told, step: step[0](told, step[1]), self._steps, document)


def parsed(made: Filter, name: str, text: str) -> Any:
    """Return the value of a filter's text. Raises ProblemError where it stands for none."""
    try:
        return made.parse(text)
    except ValueError:
        raise invalid(
            name,
            _("field filter error. '%(value)s' is not a valid value for %(name)s (expected: %(expected)s)"),
            value=text,
            name=name,
            expected=made.expects,
        ) from None
