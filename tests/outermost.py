"""The moment before a commit, for tests that never commit."""

from django.db import transaction


def end_outermost_blocks(monkeypatch):
    """Let the code's outermost `atomic(savepoint=False)` end like a commit, though a test's transaction is around it.

    Without a savepoint such a block inside a test case ends without the database wrapper noticing; in real life it
    is the one that commits. See cms.delivery.databases.before_commit.
    """
    enter = transaction.Atomic.__enter__

    def enter_with_savepoint(self):
        connection = transaction.get_connection(self.using)
        if connection.in_atomic_block and not connection.is_in_own_transaction:
            self.savepoint = True
        return enter(self)

    monkeypatch.setattr(transaction.Atomic, "__enter__", enter_with_savepoint)
