"""`manage.py prepare_restored`: what `restore` does to a backup's database before it becomes the site's."""

from pathlib import Path

from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from wagtail.search.models import IndexEntry

from cms.core import erasures
from cms.delivery import reconciliation
from cms.delivery.models import DeliverySequence
from cms.operations.reconciling import reconcile
from cms.operations.worker.lease import Lease
from cms.operations.worker.pulse import WorkerPulse


class Command(BaseCommand):
    help = "Called by restore, over the database of a backup. Not for use by hand."
    # They would refuse, while the restore is not finished.
    requires_system_checks = []

    def add_arguments(self, parser):
        parser.add_argument("--erasures", type=Path, required=True)
        parser.add_argument("--no-reconcile", action="store_true")

    def handle(self, *args, erasures: Path, no_reconcile, **options):
        call_command("migrate", interactive=False, verbosity=0)
        # Who logged out since must not be logged in again; and nobody runs here.
        Session.objects.all().delete()
        UserSession.objects.all().delete()
        Lease.objects.all().delete()
        WorkerPulse.objects.all().delete()
        sequence = DeliverySequence.start_epoch()
        if not IndexEntry.objects.exists():
            # The backup is PostgreSQL's, which has another kind.
            call_command("update_index", verbosity=0)
        erased = _replay(erasures)
        repaired = 0
        if not no_reconcile:
            repaired = sum(len(stretch.faults) for stretch in reconcile(repair=True))
            # What goes out is what is published: of that nothing may be left to the worker.
            for batch in reconciliation.reconcile(repair=False):
                if batch.differences:
                    raise CommandError(f"{batch.differences[0]}, and that could not be repaired")
        self.stdout.write(f"{sequence.epoch} {erased} {repaired}")


def _replay(path: Path) -> int:
    try:
        return erasures.replay(erasures.read(path))
    except erasures.BrokenJournalError as error:
        raise CommandError(str(error)) from error
