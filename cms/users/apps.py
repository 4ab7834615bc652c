"""People who work in the admin."""

from django.apps import AppConfig


class UsersConfig(AppConfig):
    name = "cms.users"
    label = "users"
