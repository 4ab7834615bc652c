"""The core application: its house rules are registered as system checks."""

from django.apps import AppConfig


class CoreConfig(AppConfig):
    name = "cms.core"
    label = "core"

    def ready(self):
        from cms.core import (
            checks,  # noqa: F401 - importing registers the checks
            editing_sessions,
        )
        from cms.core.headers import choosers
        from cms.core.listing import admin_order, admin_search, leaf_deletion
        from cms.core.text import revision_diff

        choosers.take_over()
        editing_sessions.put_in_place()
        admin_order.put_in_place()
        admin_search.put_in_place()
        leaf_deletion.put_in_place()
        revision_diff.put_in_place()
