"""`manage.py new_epoch`: after a database was restored from a backup or moved, readers of the feed start again."""

from django.core.management.base import BaseCommand

from cms.delivery.models import DeliverySequence


class Command(BaseCommand):
    help = (
        "Start a new epoch of the published sequence. To be run after a backup was restored: numbers given since the "
        "backup was made are given again, so readers must not go on from them. They get 410 and start again."
    )

    def handle(self, *args, **options):
        self.stdout.write(f"The published sequence goes on as {DeliverySequence.start_epoch()}")
