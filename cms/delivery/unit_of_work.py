"""The unit of work: what a transaction changed of what is published, written to the store once, at its end.

While a transaction runs, items are marked. When its outermost block ends, the marks are spread to what repeats them,
everything is serialised from the transaction's own view of the database, and what differs from the store is written
and numbered. See databases.before_commit for the moment, store for the writing.

Marks left by a part of the transaction that was rolled back cost a look and change nothing.
"""

from collections.abc import Callable

from django.db import connection, models, transaction
from wagtail.models import Page


class UnitOfWork:
    """Marks of one transaction: `(model label, primary key)` of items, and the tree paths of changed subtrees."""

    def __init__(self):
        self.items: set[tuple[str, int]] = set()
        self.subtrees: set[str] = set()
        self.everything = False
        self.jobs: dict[tuple, Callable[[], object]] = {}

    def finish(self) -> None:
        """Write what was marked, and enqueue the jobs. Called by the database wrapper before the commit."""
        from cms.delivery.store import write

        if self.items or self.subtrees or self.everything:
            write(self)
        # The queue is a table of this database: its rows are committed, or not, with everything else.
        for enqueue in self.jobs.values():
            enqueue()


def _current() -> UnitOfWork:
    callback = connection.before_commit
    if callback is None:
        work = UnitOfWork()
        connection.before_commit = work.finish
        return work
    return callback.__self__


def _end_if_alone() -> None:
    # A change outside any transaction is a transaction of its own; so is its unit of work.
    if not connection.is_in_own_transaction:
        with transaction.atomic():
            pass


def mark(instance: models.Model) -> None:
    """Say that a published item, or something it shows, has changed."""
    _current().items.add((instance._meta.label, instance.pk))
    _end_if_alone()


def mark_subtree(page: Page) -> None:
    """Say that a page and everything below it has changed: its addresses, or who may see it."""
    _current().subtrees.add(page.path)
    _end_if_alone()


def enqueue_once(key: tuple, enqueue: Callable[[], object]) -> None:
    """Call `enqueue` at the end of the transaction, once for all who ask with this key."""
    _current().jobs.setdefault(key, enqueue)
    _end_if_alone()


def mark_everything() -> None:
    """Say that every document may differ (another host, another language): the worker looks at them all again."""
    _current().everything = True
    _end_if_alone()
