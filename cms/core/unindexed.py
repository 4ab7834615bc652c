"""A column that SQLite is not to search by: without statistics it takes any index for a good one."""

from django.db.models import F, Func
from django.db.models.lookups import IsNull


class _Plain(Func):
    """The column itself; on SQLite in the form its documentation gives for this (a unary plus)."""

    arity = 1
    template = "%(expressions)s"

    def as_sqlite(self, compiler, connection, **context):
        return self.as_sql(compiler, connection, template="+%(expressions)s", **context)


def is_null(column: str) -> IsNull:
    """Return the condition that a column has no value, for columns that hardly ever have one."""
    return IsNull(_Plain(F(column)), True)
