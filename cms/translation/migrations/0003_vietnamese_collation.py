"""The collation that lists of the admin are sorted by on PostgreSQL; SQLite has a function for it."""

from django.db import migrations

# Without the International Components for Unicode (no packaged PostgreSQL is) texts are sorted byte by byte.
CREATE = """
DO $$ BEGIN
    IF EXISTS (SELECT 1 FROM pg_collation WHERE collprovider = 'i') THEN
        CREATE COLLATION IF NOT EXISTS vietnamese (provider = icu, locale = 'vi-u-kn-true');
    ELSE
        CREATE COLLATION IF NOT EXISTS vietnamese FROM "C";
    END IF;
END $$;
"""


def create(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(CREATE)


def drop(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute("DROP COLLATION IF EXISTS vietnamese")


class Migration(migrations.Migration):
    dependencies = [("translation", "0002_states_and_versions")]
    operations = [migrations.RunPython(create, drop, elidable=False)]
