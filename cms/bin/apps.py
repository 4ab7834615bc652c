"""The bin application."""

from django.apps import AppConfig


class BinConfig(AppConfig):
    name = "cms.bin"
    label = "cms_bin"
