"""Two things databases are asked of Vietnamese text in a column: its order, and the text without accents.

For lists of the admin whose model keeps no sort key. PostgreSQL: the collation of the International Components for
Unicode, made by a migration of cms.translation, and functions it has had since version 13. SQLite: our own functions,
which its connection is given (cms.delivery.databases.sqlite3).
"""

import sqlite3

from django.db.models import Func, TextField

from cms.core.text.folding import fold
from cms.core.text.sort_key import vietnamese_sort_key

COLLATION = "vietnamese"
# What canonical decomposition leaves of Vietnamese accents: huyền, sắc, ngã, hỏi, nặng, â, ă, ơ.
_MARKS = "\u0300\u0301\u0303\u0309\u0323\u0302\u0306\u031b"


class VietnameseOrder(Func):
    """A text for ORDER BY."""

    output_field = TextField()

    def as_sqlite(self, compiler, connection, **context):
        return self.as_sql(compiler, connection, function="vietnamese_sort_key", **context)

    def as_postgresql(self, compiler, connection, **context):
        return self.as_sql(compiler, connection, template=f'%(expressions)s COLLATE "{COLLATION}"', **context)


class Folded(Func):
    """A text as cms.core.text.folding folds it, as far as Vietnamese goes."""

    output_field = TextField()

    def as_sqlite(self, compiler, connection, **context):
        return self.as_sql(compiler, connection, function="fold_vietnamese", **context)

    def as_postgresql(self, compiler, connection, **context):
        # What is no text there (an identifier) is made one.
        text = "translate((%(expressions)s)::text, 'đĐ', 'dD')"
        template = f"translate(normalize(lower({text}), NFD), '{_MARKS}', '')"
        return self.as_sql(compiler, connection, template=template, **context)


def give_functions(connection: sqlite3.Connection) -> None:
    """Give a connection to SQLite both functions."""
    for name, function in (("vietnamese_sort_key", vietnamese_sort_key), ("fold_vietnamese", fold)):
        connection.create_function(name, 1, _of_text(function), deterministic=True)


def _of_text(function):
    return lambda text: None if text is None else function(str(text))
