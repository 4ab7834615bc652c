"""People who work in the admin."""

from django.apps import AppConfig


class UsersConfig(AppConfig):
    name = "cms.users"
    label = "users"

    def ready(self):
        from cms.users import erasing
        from cms.users.roles import following
        from cms.users.second_factor import beginning, replay

        following.connect()
        erasing.connect()
        beginning.connect()
        replay.take_over()
