"""The previews application."""

from django.apps import AppConfig


class PreviewsConfig(AppConfig):
    name = "cms.previews"
    label = "previews"
