"""The media application."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class MediaConfig(AppConfig):
    name = "media"
    verbose_name = _("Pictures and videos")

    def ready(self):
        from cms.caching import visible
        from media import delivery
        from media.files.document_text import DocumentText
        from media.videos.caption_file import CaptionFile

        delivery.register()
        # Pages name its file.
        visible.register(CaptionFile)
        # The search finds its pages by it.
        visible.register(DocumentText)
