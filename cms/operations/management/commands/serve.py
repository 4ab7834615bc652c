"""`manage.py serve`: everything from an empty folder to a running site. `make run` is this."""

from django.conf import settings
from django.core.management.base import BaseCommand
from django.db import connections

from cms.operations.start import listening_address, readiness, web_server
from cms.operations.start.administrator import create_administrator
from cms.operations.start.database import migrate_database
from cms.operations.start.demo_content import load_demo_content
from cms.operations.start.greeting import greeting
from cms.operations.start.messages import compile_messages
from cms.operations.start.progress import Step
from cms.operations.start.roles import keep_roles_at_start
from cms.operations.start.site_address import name_site
from cms.operations.start.static_files import collect_static_files
from cms.operations.start.supervisor import Child, supervise
from cms.operations.worker import process as worker


class Command(BaseCommand):
    help = "Prepare the database and files, then run the web server and the worker until stopped."
    requires_system_checks = []

    def add_arguments(self, parser):
        parser.add_argument("--no-demo", action="store_true", help="Do not load the demo content.")
        parser.add_argument("--no-worker", action="store_true", help="The worker runs elsewhere (manage.py worker).")
        parser.add_argument("--prepare-only", action="store_true", help="Stop before serving.")

    def handle(self, *args, no_demo, no_worker, prepare_only, **options):
        if not prepare_only:
            listening_address.refuse_if_taken(settings.HOST, settings.PORT)
        password = self.prepare(has_demo=not (no_demo or settings.IS_PRODUCTION))
        if prepare_only:
            return
        self.load_application()
        children = [Child("web server", web_server.run)]
        if not no_worker:
            children.append(Child("worker", worker.run))
        # The children make connections of their own.
        connections.close_all()
        supervise(
            children,
            lambda: readiness.is_ready(has_worker=not no_worker),
            lambda: self.stdout.write(greeting(password)),
        )
        self.stdout.write("Stopped.")

    def prepare(self, has_demo: bool) -> str | None:
        """Bring everything up to date; return the first administrator's password if one was made."""
        with Step(self.stdout, "Settings") as step:
            self.check()
            step.say(f"{settings.ENVIRONMENT}, data in {settings.DATA_DIR}")
        settings.DATA_DIR.mkdir(parents=True, exist_ok=True)
        with Step(self.stdout, "Database") as step:
            migrate_database(step)
        with Step(self.stdout, "Messages") as step:
            compile_messages(step)
        with Step(self.stdout, "Static files") as step:
            collect_static_files(step)
        password = create_administrator()
        if password:
            # At once: a start that is broken off later must not take it away. The greeting says it again.
            self.stdout.write(f"Administrator: admin, password {password}")
        if has_demo:
            with Step(self.stdout, "Demo content") as step:
                load_demo_content(step)
        with Step(self.stdout, "Roles") as step:
            keep_roles_at_start(step)
        with Step(self.stdout, "Addresses") as step:
            name_site(step)
        return password

    def load_application(self) -> None:
        """Import what the web server serves, before it forks."""
        from django.urls import get_resolver

        import cms.wsgi  # noqa: F401 - importing builds the application

        _ = get_resolver().url_patterns
