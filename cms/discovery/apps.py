"""The discovery application."""

from django.apps import AppConfig


class DiscoveryConfig(AppConfig):
    name = "cms.discovery"
    label = "discovery"

    def ready(self):
        from cms.caching import visible
        from cms.discovery import listeners
        from cms.discovery.models import ShareCard

        listeners.connect()
        # Pages name its file.
        visible.register(ShareCard)
