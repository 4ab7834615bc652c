"""Something Django lacks: a moment at the end of the outermost transaction, before it commits.

`transaction.on_commit` is too late for the delivery store: a publish whose row cannot be written must fail whole.
Signals are too early: they come in the middle of a transaction, several times, and some of Wagtail's come after it.
So the database wrapper itself calls the unit of work when the outermost `atomic` block ends. An error there rolls the
transaction back like any database error.

Test cases wrap each test in a transaction of their own that never commits; for them the outermost block of the code
under test counts.
"""

from django.db import DatabaseError


class UnitOfWorkError(DatabaseError):
    """The delivery store could not be written, so nothing was. Its cause says why."""


class BeforeCommitMixin:
    """Mixed into a DatabaseWrapper. `before_commit` is set by cms.delivery.unit_of_work while it has work."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.before_commit = None

    @property
    def is_in_own_transaction(self) -> bool:
        """Whether the running code (not the test case around it) has a transaction open."""
        return any(not block._from_testcase for block in self.atomic_blocks)

    def commit(self):
        self._run_before_commit()
        super().commit()

    def savepoint_commit(self, sid):
        if not self.is_in_own_transaction:
            self._run_before_commit()
        super().savepoint_commit(sid)

    def rollback(self):
        self.before_commit = None
        super().rollback()

    def savepoint_rollback(self, sid):
        if not self.is_in_own_transaction:
            self.before_commit = None
        super().savepoint_rollback(sid)

    def close(self):
        self.before_commit = None
        super().close()

    def _run_before_commit(self):
        callback, self.before_commit = self.before_commit, None
        if callback is None:
            return
        # The block has ended for Django, but the transaction is still open: say so to the code that runs in it.
        was_in_atomic_block, self.in_atomic_block = self.in_atomic_block, True
        try:
            callback()
        except UnitOfWorkError:
            raise
        except Exception as error:
            raise UnitOfWorkError(str(error)) from error
        finally:
            self.in_atomic_block = was_in_atomic_block
