from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("articles", "0007_first_number_systems")]
    operations = [
        migrations.AlterField(
            model_name="lawdocumentfile",
            name="pages",
            field=models.PositiveIntegerField(
                blank=True,
                help_text="Shown beside the size; empty: as counted in a PDF.",
                null=True,
                verbose_name="number of pages",
            ),
        ),
    ]
