"""The media application."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class MediaConfig(AppConfig):
    name = "media"
    verbose_name = _("Pictures and videos")

    def ready(self):
        from cms.caching import visible
        from cms.translation.memory import repeats
        from media import delivery
        from media.files import several_pictures
        from media.files.document_text import DocumentText
        from media.files.picture_words import known_pairs
        from media.videos.caption_file import CaptionFile

        delivery.register()
        several_pictures.put_in_place()
        if known_pairs not in repeats.known_pairs:
            repeats.known_pairs.append(known_pairs)
        # Pages name its file.
        visible.register(CaptionFile)
        # The search finds its pages by it.
        visible.register(DocumentText)
