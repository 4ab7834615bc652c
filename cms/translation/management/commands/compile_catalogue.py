"""Compile the message catalogues kept here, without gettext."""

from django.core.management.base import BaseCommand

from cms.translation.catalogue import compile_catalogues


class Command(BaseCommand):
    help = "Compile the message catalogues that have changed (needs no gettext)."
    # It runs before there is a database, and before anything can be checked.
    requires_system_checks = []

    def handle(self, **options):
        for path in compile_catalogues():
            self.stdout.write(f"compiled {path.parent.parent.name}/{path.name}")
