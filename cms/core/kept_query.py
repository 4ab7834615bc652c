"""A query that is asked for each page that is shown: its SQL is made once a process.

Making it anew each time was a tenth of what an article's page costs.
"""

import copy
from functools import cache

from django.db import connections, models

# Stands for the primary key while SQL is made; no table comes to have it.
_ANY = 2**31 - 19


class KeptQuery:
    """Finds one object at a time by its primary key, as a queryset would: with its conditions and related objects."""

    def __init__(self, queryset: models.QuerySet):
        self._queryset = queryset.filter(pk=_ANY)
        self._kept = cache(self._compiler)

    def find(self, pk: int) -> models.Model | None:
        """Return the object with this primary key, None where the queryset has none."""
        found = self._queryset.all()
        compiler = copy.copy(self._kept(found.db))
        compiler.connection = connections[found.db]
        sql, parameters = compiler.made
        made = sql, tuple(pk if value == _ANY else value for value in parameters)
        compiler.as_sql = lambda *_arguments, **_options: made
        found.query.get_compiler = lambda *_arguments, **_options: compiler
        return next(iter(found), None)

    def _compiler(self, using: str):
        """Return Django's compiler of the query, which knows what the columns mean, with the SQL it `made`."""
        compiler = self._queryset.query.get_compiler(using)
        compiler.made = compiler.as_sql()
        return compiler
