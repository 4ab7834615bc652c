"""`manage.py roles`: make the roles' groups, or repair them."""

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from cms.users.roles.keeping import keep_roles
from cms.users.roles.people import make_people


class Command(BaseCommand):
    help = "Make the roles' groups and the approval workflow; repair them where somebody changed their rights."

    def add_arguments(self, parser):
        parser.add_argument(
            "--people",
            action="store_true",
            help="Also make one user a role, to try the roles out; not in production. Prints their password, once.",
        )

    def handle(self, *args, people, **options):
        if people and settings.IS_PRODUCTION:
            raise CommandError("No trial users in production: give your people accounts of their own.")
        changes = keep_roles()
        for name in changes.made:
            self.stdout.write(f"Made: {name}")
        self.stdout.write(f"Rights given: {changes.given}, taken: {changes.taken}")
        if people:
            password, names = make_people()
            self.stdout.write(f"Users {', '.join(names)}: password {password}" if names else "The users exist already.")
