"""`manage.py tidy [--dry-run]`: what the worker does by itself, now, or only said."""

from django.core.management.base import BaseCommand
from django.utils import timezone

from cms.operations.bounds.registry import BOUNDS


class Command(BaseCommand):
    help = "Remove what lies beyond its rule: old revisions, results, logs, tombstones, sessions, renditions, backups."

    def add_arguments(self, parser):
        parser.add_argument("--dry-run", action="store_true", help="Only say how much would go.")

    def handle(self, *args, dry_run, **options):
        now = timezone.now()
        for bound in BOUNDS:
            beyond = bound.count(now)
            if beyond and not dry_run:
                bound.remove(now, lambda: False)
            self.stdout.write(f"{bound.name}: {beyond} {'would go' if dry_run else 'gone'} ({bound.rule})")
