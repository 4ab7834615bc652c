"""The api application."""

from django.apps import AppConfig


class ApiConfig(AppConfig):
    name = "cms.api"
    label = "cms_api"

    def ready(self):
        from cms.api import cache_tags, problems
        from cms.caching import refusal, tags

        tags.register(cache_tags.tags_of_address)
        refusal.register("/api/", problems.too_many_requests)
