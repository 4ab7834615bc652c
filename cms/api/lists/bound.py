"""A value that is not known yet when SQL is made: Django compiles it as a parameter, the request fills it in."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.db import connection
from django.db.models import Expression, Field


class Hole(str):
    """Stands among the parameters of compiled SQL for the value of this name."""

    __slots__ = ()


class Bound(Expression):
    """The value called `name`, compared with a column like `field`."""

    def __init__(self, name: str, field: Field):
        super().__init__(output_field=field)
        self.name = name

    def as_sql(self, compiler, connection):
        return "%s", [Hole(self.name)]


def fill(parameters: Iterable[Any], values: Mapping[str, Any]) -> list[Any]:
    """Return the parameters with each hole's value, which is ready for the database (see `prepared`)."""
    return [values[part] if type(part) is Hole else part for part in parameters]


def prepared(value: Any, field: Field) -> Any:
    """Return a Python value as this database takes it for a column like `field`."""
    return field.get_db_prep_value(value, connection)
