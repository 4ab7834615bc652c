"""The caching application: listens to what changes the site's face."""

from django.apps import AppConfig


class CachingConfig(AppConfig):
    name = "cms.caching"
    label = "caching"

    def ready(self):
        from cms.caching import listeners

        listeners.connect()
