"""The unit of work: what a transaction changed of what is published, written to the store once, at its end.

While a transaction runs, items are marked. When its outermost block ends, the marks are spread to what repeats them,
everything is serialised from the transaction's own view of the database, and what differs from the store is written
and numbered. See databases.before_commit for the moment, store for the writing.

Marks left by a part of the transaction that was rolled back cost a look and change nothing.
"""

from collections.abc import Callable, Hashable

from django.db import connection, models, transaction
from wagtail.models import Collection, Page

from cms.delivery.spread import Key, Trace, children_of_stand_ins, dependants_of, files_of, key_of, named_in


class UnitOfWork:
    """Marks of one transaction.

    `items` are keys, `dependants` those of what repeats a deleted item; `subtrees` and `moved` are primary keys
    of pages with everything below them; `families` identities (translation keys) of pages whose children name them;
    `collections` are tree paths; `files` keys of what was shown by something that is deleted.
    """

    def __init__(self):
        self.items: set[Key] = set()
        self.dependants: set[Key] = set()
        self.subtrees: set[int] = set()
        self.moved: set[int] = set()
        self.families: set = set()
        self.collections: set[str] = set()
        self.files: set[Key] = set()
        self.everything = False
        self.jobs: dict[tuple, Callable[[], object]] = {}
        self.collected: dict[Callable[[set], object], set] = {}

    @property
    def has_marks(self) -> bool:
        return bool(self.items or self.subtrees or self.families or self.collections or self.everything)

    def finish(self) -> None:
        """Write what was marked, and enqueue the jobs. Called by the database wrapper before the commit."""
        from cms.delivery.store import write

        if self.has_marks:
            write(self)
        for take, items in self.collected.items():
            take(items)
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
    _current().items.add(key_of(instance))
    _end_if_alone()


def mark_gone(instance: models.Model) -> None:
    """Say that an item is about to be deleted. With it go the references by which the others are found: so now."""
    work = _current()
    work.items.add(key_of(instance))
    trace = Trace.of(instance)
    work.dependants |= dependants_of([trace]) | named_in({key_of(instance): trace})
    if isinstance(instance, Page):
        work.dependants |= children_of_stand_ins([instance.translation_key])
    work.files |= files_of([key_of(instance)])
    _end_if_alone()


def mark_subtree(page_pk: int, *, is_moved: bool = False) -> None:
    """Say that a page and everything below it has changed: its addresses, its rights, or who may see it."""
    work = _current()
    work.subtrees.add(page_pk)
    if is_moved:
        work.moved.add(page_pk)
    _end_if_alone()


def mark_family(page: Page) -> None:
    """Say that what is directly below a page, in any language, names it otherwise than before."""
    _current().families.add(page.translation_key)
    _end_if_alone()


def mark_collection(collection: Collection) -> None:
    """Say that other people than before may see the files of a collection and of those below it."""
    _current().collections.add(collection.path)
    _end_if_alone()


def enqueue_once(key: tuple, enqueue: Callable[[], object]) -> None:
    """Call `enqueue` at the end of the transaction, once for all who ask with this key."""
    _current().jobs.setdefault(key, enqueue)
    _end_if_alone()


def collect(take: Callable[[set], object], item: Hashable) -> None:
    """Give `take` all items collected for it, once, at the end of the transaction, when the store is written.

    What it does must mark nothing. For what other rooms derive from the same changes.
    """
    _current().collected.setdefault(take, set()).add(item)
    _end_if_alone()


def mark_everything() -> None:
    """Say that every document may differ (another host, another language): the worker looks at them all again."""
    _current().everything = True
    _end_if_alone()
