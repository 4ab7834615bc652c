"""The operations application."""

from django.apps import AppConfig


class OperationsConfig(AppConfig):
    name = "cms.operations"
    label = "operations"

    def ready(self):
        from cms.caching.visible import register
        from cms.moderation import broken_links
        from cms.operations.links.report import broken_addresses
        from cms.operations.restore import unfinished  # noqa: F401 - registers its check
        from cms.operations.seeing import listeners, sentry
        from cms.search.models import PromotedResult, SynonymGroup

        # Two rooms that do not know each other: what is kept of search pages changes with these.
        register(SynonymGroup)
        register(PromotedResult)
        if broken_addresses not in broken_links.external:
            broken_links.external.append(broken_addresses)

        listeners.connect()
        sentry.begin()
