"""`manage.py reconcile [--check]`: whether what goes out is what is published; repairs it, or says what differs."""

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from cms.operations.collector import leave_alone_what_is_loaded
from cms.operations.reconciling import reconcile
from cms.operations.seeing.state.machine import remember_reconcile
from cms.operations.start.progress import Step


class Command(BaseCommand):
    help = "Bring the delivery store and the public files up to date with what is published. Safe beside live traffic."

    def add_arguments(self, parser):
        parser.add_argument("--check", action="store_true", help="Only say what differs; exit code 1 if anything does.")

    def handle(self, *args, check, **options):
        leave_alone_what_is_loaded()
        wrong = 0
        with Step(self.stdout, "Check" if check else "Reconcile") as step:
            for stretch in reconcile(repair=not check):
                wrong += len(stretch.faults)
                for fault in stretch.faults:
                    self.stdout.write(fault)
                step.say(f"{stretch.what}: {stretch.done} of {stretch.of}, {wrong} {'wrong' if check else 'repaired'}")
            step.say(f"{wrong} {'wrong' if check else 'repaired'}")
        remember_reconcile(timezone.now(), repaired=not check, faults=wrong)
        if check and wrong:
            raise CommandError(f"{wrong} difference(s): run without --check to repair them")
