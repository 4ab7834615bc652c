"""The media application."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class MediaConfig(AppConfig):
    name = "media"
    verbose_name = _("Pictures and videos")

    def ready(self):
        from media import delivery

        delivery.register()
