"""House rules of migrations, so that the old release and the new one can run side by side over one database.

First widen, then use, then narrow a release later: what a migration takes away must not be used by the release before
it. Such a migration says so in an attribute of its class, `contracts = "unused since 2.3"`. Migrations up to the first
release are exempt; frozen.txt lists them. (Of django-migration-linter we would use this much: it asks a server of each
kind for its SQL, and its SQLite half is a list of regular expressions.)
"""

from collections.abc import Iterator
from pathlib import Path

from django.apps import apps
from django.db.migrations import Migration, operations
from django.db.migrations.loader import MigrationLoader
from django.db.models import NOT_PROVIDED, Field, ManyToManyField

# By name: a virtual environment within the project's folder holds others' applications.
ROOMS = ("articles", "cms", "home", "media")
FROZEN = Path(__file__).with_name("frozen.txt")
NARROWING = (
    operations.RemoveField,
    operations.DeleteModel,
    operations.RenameField,
    operations.RenameModel,
    operations.AlterModelTable,
    operations.AddConstraint,
    operations.AlterUniqueTogether,
)


def frozen() -> set[str]:
    return set(FROZEN.read_text(encoding="utf-8").split())


def faults() -> list[str]:
    """Return what the project's own migrations after the first release do wrong, a line each."""
    loader = MigrationLoader(None)
    own = {config.label for config in apps.get_app_configs() if config.name.partition(".")[0] in ROOMS}
    exempt = frozen()
    return [
        f"{app}.{name}: {fault}"
        for (app, name), migration in sorted(loader.disk_migrations.items())
        if app in own and f"{app}.{name}" not in exempt
        for fault in faults_of(migration, lambda key=(app, name): loader.project_state(key, at_end=False))
    ]


def faults_of(migration: Migration, state_before) -> Iterator[str]:
    """Give what is wrong with one migration; `state_before()` is the project's state before it."""
    contracts = getattr(migration, "contracts", "")
    created = {one.name.lower() for one in migration.operations if isinstance(one, operations.CreateModel)}
    for one in migration.operations:
        model = getattr(one, "model_name", getattr(one, "name", "") or "").lower()
        if model in created and not isinstance(one, operations.CreateModel):
            # Nobody uses yet what is made here.
            continue
        if isinstance(one, NARROWING) and not contracts:
            yield f"{one.describe()}: the release before still uses it, or writes what it forbids; say `contracts`"
        elif isinstance(one, operations.AddField) and not _may_be_left_out(one.field):
            yield f"{one.describe()}: the release before does not fill it; give it null=True or db_default"
        elif isinstance(one, operations.AlterField) and not contracts:
            before = state_before().models[migration.app_label, model].fields[one.name]
            if _is_narrower(before, one.field):
                yield f"{one.describe()}: it refuses what the release before writes; say `contracts`"
        elif isinstance(one, operations.RunPython | operations.RunSQL) and not one.reversible:
            yield f"{one.describe()}: it cannot be undone; give it a reverse, if only noop"


def _may_be_left_out(field: Field) -> bool:
    return isinstance(field, ManyToManyField) or field.null or field.db_default is not NOT_PROVIDED


def _is_narrower(before: Field, after: Field) -> bool:
    shorter = (after.max_length or before.max_length or 0) < (before.max_length or 0)
    return (
        (before.null and not after.null)
        or (after.unique and not before.unique)
        or (before.get_internal_type() != after.get_internal_type())
        or shorter
    )
