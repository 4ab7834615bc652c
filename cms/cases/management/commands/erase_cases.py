"""Erases what is personal in cases whose time is up; `--dry-run` first says which those are."""

from django.core.management.base import BaseCommand
from django.utils import timezone

from cms.cases.personal.erasure import due_for_erasure, erase_due


class Command(BaseCommand):
    help = "Erase the personal data of cases whose retention has ended."

    def add_arguments(self, parser):
        parser.add_argument("--dry-run", action="store_true", help="only say which cases would be erased")

    def handle(self, *args, **options):
        now = timezone.now()
        due = [f"  {case} ({case.state}, {case.retain_until})" for case in due_for_erasure(now)]
        if options["dry_run"]:
            self.stdout.write("\n".join([f"{len(due)} to be erased, nothing was changed", *due]))
            return
        report = erase_due(now)
        self.stdout.write("\n".join([f"{len(report.numbers) if report else 0} erased", *due]))
