"""The table of mails is another application's from here on; nothing of it changes but an index."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("cases", "0005_letters_on_an_account")]

    operations = [
        # A transaction of its own: PostgreSQL indexes no table whose rows it has still to check.
        migrations.AddIndex(
            "outgoingmail",
            models.Index(fields=["account"], condition=~models.Q(account=""), name="mail_account"),
        ),
        migrations.SeparateDatabaseAndState(state_operations=[migrations.DeleteModel("OutgoingMail")]),
    ]
