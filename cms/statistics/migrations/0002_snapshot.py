from django.db import migrations, models
from django.utils import timezone


def first_snapshot(apps, schema_editor):
    """Nothing is counted yet: every process says so with the same time."""
    apps.get_model("cms_statistics", "Snapshot").objects.create(pk=1, taken_at=timezone.now())


class Migration(migrations.Migration):
    dependencies = [("cms_statistics", "0001_initial")]

    operations = [
        migrations.CreateModel(
            name="Snapshot",
            fields=[
                (
                    "id",
                    models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID"),
                ),
                ("online", models.PositiveBigIntegerField(default=0)),
                ("today", models.PositiveBigIntegerField(default=0)),
                ("month", models.PositiveBigIntegerField(default=0)),
                ("total", models.PositiveBigIntegerField(default=0)),
                ("taken_at", models.DateTimeField()),
            ],
        ),
        migrations.RunPython(first_snapshot, migrations.RunPython.noop),
    ]
