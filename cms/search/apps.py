"""The search application: its index follows the delivery store."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SearchConfig(AppConfig):
    name = "cms.search"
    label = "cms_search"
    verbose_name = _("Search")

    def ready(self):
        from cms.delivery.registry import Follower, register_follower
        from cms.search.indexing import differences, follow

        register_follower(Follower(follow, differences))
