"""`manage.py reset_second_factor NAME`: for an administrator whose telephone is lost and who has no colleague."""

from django.contrib.auth import get_user_model
from django.core.management.base import BaseCommand, CommandError

from cms.users.second_factor.resetting import reset_second_factor


class Command(BaseCommand):
    help = "Take the second factor off an account and end its sessions: the password alone opens the door again."

    def add_arguments(self, parser):
        parser.add_argument("name", help="The name the person signs in with.")

    def handle(self, *args, name, **options):
        user = get_user_model().objects.filter(username=name).first()
        if user is None:
            raise CommandError(f"Nobody is called “{name}”.")
        if not reset_second_factor(user):
            raise CommandError(f"The account “{name}” has no second factor.")
        self.stdout.write(f"The second factor of “{name}” is gone, and the account's sessions have ended.")
