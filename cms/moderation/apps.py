"""The moderation application."""

from django.apps import AppConfig


class ModerationConfig(AppConfig):
    name = "cms.moderation"
    label = "moderation"
