"""The caching application: listens to what changes the site's face."""

from django.apps import AppConfig


class CachingConfig(AppConfig):
    name = "cms.caching"
    label = "caching"

    def ready(self):
        from cms.caching import listeners
        from cms.caching.models import SiteVersion
        from cms.core import by_number

        listeners.connect()
        by_number.told_by(SiteVersion.now)
