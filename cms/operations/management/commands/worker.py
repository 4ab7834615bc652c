"""`manage.py worker`: queued tasks, and what is done by the clock. Run as many as you like, on as many machines."""

from django.core.management.base import BaseCommand

from cms.operations.worker import process


class Command(BaseCommand):
    help = "Run queued tasks, scheduled publishing and everything else that is not done at once, until stopped."

    def handle(self, *args, **options):
        process.run()
