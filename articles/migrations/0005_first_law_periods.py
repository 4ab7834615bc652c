from django.db import migrations

# What the dates say by themselves is no longer set by hand.
FROM_DATES = ["in_force", "expired", "not_yet"]
NOTE = "Theo ghi nhận của biên tập viên."


def write_first_periods(apps, schema_editor):
    from articles.law.timeline import Override, all_events, periods_of

    document_model = apps.get_model("articles", "LawDocumentPage")
    period_model = apps.get_model("articles", "LawStatusPeriod")
    dated = document_model.objects.filter(effective_date__isnull=False)
    dated.filter(status__in=FROM_DATES).update(status="")
    document_model.objects.exclude(status="").update(status_note=NOTE)
    for document in document_model.objects.iterator():
        events = all_events([], document.issue_date, document.effective_date, document.expiry_date)
        override = Override(document.status, None) if document.status else None
        period_model.objects.bulk_create(
            period_model(document=document, start=period.start, until=period.until, status=period.status)
            for period in periods_of(events, override)
        )


class Migration(migrations.Migration):
    dependencies = [("articles", "0004_law_status_from_events")]
    operations = [migrations.RunPython(write_first_periods, migrations.RunPython.noop)]
