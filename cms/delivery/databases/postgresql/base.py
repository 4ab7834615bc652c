"""PostgreSQL with a moment before the commit."""

from django.db.backends.postgresql import base

from cms.delivery.databases.before_commit import BeforeCommitMixin


class DatabaseWrapper(BeforeCommitMixin, base.DatabaseWrapper):
    """Django's PostgreSQL, see before_commit."""
