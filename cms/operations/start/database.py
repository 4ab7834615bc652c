"""Bringing the database up to date."""

from django.core.management import call_command
from django.core.management.commands import migrate
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from cms.operations.start.progress import Step


class _MigrateSaying(migrate.Command):
    """Django's migrate, which says how many of the missing migrations it has applied."""

    def __init__(self, step: Step, total: int):
        super().__init__()
        self.step, self.total, self.applied = step, total, 0

    def migration_progress_callback(self, action, migration=None, fake=False):
        if action == "apply_success":
            self.applied += 1
            self.step.say(f"{self.applied} of {self.total} migrations")


def migrate_database(step: Step) -> None:
    """Apply what is missing; costs a moment when nothing is."""
    executor = MigrationExecutor(connection)
    missing = executor.migration_plan(executor.loader.graph.leaf_nodes())
    if missing:
        step.say(f"0 of {len(missing)} migrations")
        call_command(_MigrateSaying(step, len(missing)), verbosity=0, interactive=False)
