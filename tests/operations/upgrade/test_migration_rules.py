"""The old release and the new one can run over one database: what a migration after the first release must not do."""

import pytest
from django.db import migrations, models

from cms.operations.upgrade import migration_rules
from cms.operations.upgrade.migration_rules import faults, faults_of

# One of the installed packages asks the database when its migrations are read.
pytestmark = pytest.mark.django_db

NO_STATE = None


def migration(*operations, **attributes):
    made = type("Migration", (migrations.Migration,), {"operations": list(operations), **attributes})
    return made("0009_later", "home")


def test_the_projects_own_migrations_keep_the_rules():
    assert faults() == []


def test_what_is_exempt_is_there():
    found = {f"{app}.{name}" for app, name in migration_rules.MigrationLoader(None).disk_migrations}
    assert migration_rules.frozen() <= found


@pytest.mark.parametrize(
    ("operation", "said"),
    [
        (migrations.RemoveField("link", "title"), "still uses it"),
        (migrations.DeleteModel("Link"), "still uses it"),
        (migrations.RenameField("link", "title", "name"), "still uses it"),
        (migrations.AddField("link", "note", models.TextField(default="")), "does not fill it"),
        (
            migrations.AddConstraint("link", models.UniqueConstraint(fields=["title"], name="one_title")),
            "writes what it forbids",
        ),
        (migrations.RunSQL("SELECT 1"), "cannot be undone"),
        (migrations.RunPython(lambda apps, schema_editor: None), "cannot be undone"),
    ],
)
def test_what_the_release_before_would_fail_over_is_a_fault(operation, said):
    (fault,) = faults_of(migration(operation), NO_STATE)
    assert said in fault


def test_what_it_does_not_notice_is_none():
    widening = (
        migrations.AddField("link", "note", models.TextField(null=True)),
        migrations.AddField("link", "rank", models.IntegerField(db_default=0)),
        migrations.CreateModel("New", [("id", models.BigAutoField(primary_key=True))]),
        migrations.AddField("new", "note", models.TextField(default="")),
        migrations.AddConstraint("new", models.UniqueConstraint(fields=["note"], name="one_note")),
        migrations.RunPython(migrations.RunPython.noop, migrations.RunPython.noop),
    )
    assert list(faults_of(migration(*widening), NO_STATE)) == []


def test_what_was_unused_for_a_release_may_go_if_the_migration_says_so():
    assert (
        list(faults_of(migration(migrations.RemoveField("link", "title"), contracts="unused since 2"), NO_STATE)) == []
    )


def test_a_field_may_become_wider_and_not_narrower():
    state = migrations.state.ProjectState()
    before = models.CharField(max_length=50, null=True)
    state.add_model(migrations.state.ModelState("home", "Link", [("title", before)]))

    def said_of(field):
        return list(faults_of(migration(migrations.AlterField("link", "title", field)), lambda: state))

    assert said_of(models.CharField(max_length=80, null=True)) == []
    for narrower in (
        models.CharField(max_length=50),
        models.CharField(max_length=20, null=True),
        models.CharField(max_length=50, null=True, unique=True),
        models.IntegerField(null=True),
    ):
        assert "refuses what the release before writes" in said_of(narrower)[0]
