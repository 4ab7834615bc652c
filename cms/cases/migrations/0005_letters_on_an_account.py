"""Mails say by a word whose they are instead of by a link to a case, so that they can have a room of their own.

The link and whom a mail is for stay in the table, for the release before: `mail` no longer knows them.
"""

from django.db import migrations, models
from django.db.models import F, Value
from django.db.models.functions import Cast, Concat


def put_on_account(apps, schema_editor):
    number = Cast(F("case_id"), models.CharField())
    apps.get_model("cases", "OutgoingMail").objects.filter(case__isnull=False).update(
        account=Concat(Value("case "), number)
    )


class Migration(migrations.Migration):
    dependencies = [("cases", "0004_notices_to_staff")]

    operations = [
        migrations.AddField("outgoingmail", "account", models.CharField(blank=True, db_default="", max_length=40)),
        migrations.AlterField("outgoingmail", "is_to_asker", models.BooleanField(db_default=False)),
        migrations.RunPython(put_on_account, migrations.RunPython.noop),
    ]
