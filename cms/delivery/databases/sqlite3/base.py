"""SQLite with a moment before the commit."""

from django.db.backends.sqlite3 import base

from cms.delivery.databases.before_commit import BeforeCommitMixin


class DatabaseWrapper(BeforeCommitMixin, base.DatabaseWrapper):
    """Django's SQLite, see before_commit."""
