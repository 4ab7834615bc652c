"""`manage.py deploy`: everything between a new release's code and its first request; safe beside the old release."""

from django.conf import settings
from django.core import checks
from django.core.management.base import BaseCommand, CommandError

from cms.operations.start.database import migrate_database
from cms.operations.start.messages import compile_messages
from cms.operations.start.progress import Step
from cms.operations.start.roles import keep_roles_at_start
from cms.operations.start.site_address import name_site
from cms.operations.start.static_files import collect_static_files
from cms.operations.upgrade.one_at_a_time import one_at_a_time
from cms.operations.upgrade.search_index import follow_search_fields
from cms.operations.worker.repair import follow_release


class Command(BaseCommand):
    help = (
        "Check the settings, migrate, collect static files, and have everything derived follow the release: roles,"
        " addresses, the admin's search index, the delivery store (due at once; the worker rebuilds). Can be run again."
    )
    requires_system_checks = []

    def handle(self, *args, **options):
        with Step(self.stdout, "Settings") as step:
            self.check_settings()
            step.say(f"{settings.ENVIRONMENT}, data in {settings.DATA_DIR}")
        settings.DATA_DIR.mkdir(parents=True, exist_ok=True)
        with one_at_a_time():
            self.take_steps()
        self.stdout.write("Deployed: start the new release's web server and worker.")

    def check_settings(self) -> None:
        """Raises CommandError with the first thing that production must not have."""
        level = checks.WARNING if settings.IS_PRODUCTION else checks.ERROR
        found = checks.run_checks(include_deployment_checks=settings.IS_PRODUCTION)
        for message in found:
            if message.is_serious(level) and not message.is_silenced():
                raise CommandError(f"{message.id}: {message.msg}" + (f" {message.hint}" if message.hint else ""))

    def take_steps(self) -> None:
        for name, take in (
            ("Database", migrate_database),
            ("Messages", compile_messages),
            ("Static files", collect_static_files),
            ("Roles", keep_roles_at_start),
            ("Addresses", name_site),
            ("Search of the admin", follow_search_fields),
        ):
            with Step(self.stdout, name) as step:
                take(step)
        with Step(self.stdout, "Delivery store") as step:
            if follow_release():
                step.say("every row is due: the worker rebuilds what differs")
