"""SQLite with a moment before the commit, and with the functions that Vietnamese texts are sorted and found by."""

from django.db.backends.sqlite3 import base

from cms.core.listing.database_text import give_functions
from cms.delivery.databases.before_commit import BeforeCommitMixin


class DatabaseWrapper(BeforeCommitMixin, base.DatabaseWrapper):
    """Django's SQLite, see before_commit and cms.core.listing.database_text."""

    def get_new_connection(self, conn_params):
        connection = super().get_new_connection(conn_params)
        give_functions(connection)
        return connection
