"""The core application: its house rules are registered as system checks."""

from django.apps import AppConfig


class CoreConfig(AppConfig):
    name = "cms.core"
    label = "core"

    def ready(self):
        from cms.core import checks  # noqa: F401 - importing registers the checks
        from cms.core.headers import choosers

        choosers.take_over()
