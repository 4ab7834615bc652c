"""The table of mails, as the desk for questions made and filled it: it is only known by another application."""

from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True
    dependencies = [("cases", "0006_mail_moves_out")]

    operations = [
        migrations.SeparateDatabaseAndState(
            state_operations=[
                migrations.CreateModel(
                    name="OutgoingMail",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("account", models.CharField(blank=True, db_default="", max_length=40)),
                        ("about", models.CharField(max_length=30)),
                        ("to", models.TextField(blank=True)),
                        ("subject", models.CharField(blank=True, max_length=200)),
                        ("body", models.TextField(blank=True)),
                        (
                            "state",
                            models.CharField(
                                choices=[("waiting", "waiting"), ("sent", "sent"), ("failed", "given up")],
                                default="waiting",
                                max_length=10,
                                verbose_name="state",
                            ),
                        ),
                        ("created_at", models.DateTimeField()),
                        ("finished_at", models.DateTimeField(blank=True, null=True)),
                        ("attempts_made", models.PositiveSmallIntegerField(default=0)),
                        ("next_attempt_at", models.DateTimeField(blank=True, null=True)),
                        ("lease", models.CharField(blank=True, max_length=16)),
                        ("leased_until", models.DateTimeField(blank=True, null=True)),
                    ],
                    options={
                        "verbose_name": "mail",
                        "verbose_name_plural": "mails",
                        "db_table": "cases_outgoingmail",
                        "ordering": ["created_at", "pk"],
                        "default_permissions": (),
                        "indexes": [
                            models.Index(
                                condition=models.Q(("state", "waiting")), fields=["next_attempt_at"], name="case_mail_due"
                            ),
                            models.Index(
                                condition=models.Q(("account", ""), _negated=True), fields=["account"], name="mail_account"
                            ),
                        ],
                    },
                )
            ]
        )
    ]
