"""The search application."""

from django.apps import AppConfig


class SearchConfig(AppConfig):
    name = "cms.search"
    label = "cms_search"
