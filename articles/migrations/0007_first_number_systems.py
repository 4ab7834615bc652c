from django.db import migrations

BATCH = 500


def write_number_systems(apps, schema_editor):
    from articles.law.numbers.reading import system_of

    document_model = apps.get_model("articles", "LawDocumentPage")
    changed = []
    for document in document_model.objects.only("pk", "number").iterator(chunk_size=BATCH):
        document.number_system = system_of(document.number)
        changed.append(document)
    document_model.objects.bulk_update(changed, ["number_system"], batch_size=BATCH)


class Migration(migrations.Migration):
    dependencies = [("articles", "0006_number_system_and_answer_review")]
    operations = [migrations.RunPython(write_number_systems, migrations.RunPython.noop)]
