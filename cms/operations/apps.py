"""The operations application."""

from django.apps import AppConfig


class OperationsConfig(AppConfig):
    name = "cms.operations"
    label = "operations"

    def ready(self):
        from cms.caching.visible import register
        from cms.operations.restore import unfinished  # noqa: F401 - registers its check
        from cms.operations.seeing import listeners, sentry
        from cms.search.models import PromotedResult, SynonymGroup

        # Two rooms that do not know each other: what is kept of search pages changes with these.
        register(SynonymGroup)
        register(PromotedResult)

        listeners.connect()
        sentry.begin()
