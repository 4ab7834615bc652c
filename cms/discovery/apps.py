"""The discovery application."""

from django.apps import AppConfig


class DiscoveryConfig(AppConfig):
    name = "cms.discovery"
    label = "discovery"
