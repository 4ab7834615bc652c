"""This room in the admin: the address of originals, series of videos, captions, and the names in the menu."""

from django.urls import path
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from media.files import serving
from media.models import CaptionFile, VideoSeries
from media.videos.caption_chooser import caption_chooser


class VideoSeriesViewSet(SnippetViewSet):
    model = VideoSeries
    icon = "media"
    list_display = ["name", "live"]


class CaptionFileViewSet(SnippetViewSet):
    model = CaptionFile
    icon = "openquote"
    list_display = ["title", "language", "created_at"]
    list_filter = ["language"]


register_snippet(VideoSeriesViewSet)
register_snippet(CaptionFileViewSet)


@hooks.register("register_admin_urls")
def original_address():
    return [path("images/<int:image_id>/original/", serving.original, name="media_original")]


@hooks.register("register_admin_viewset")
def captions():
    return caption_chooser


@hooks.register("construct_main_menu")
def name_media_library(request, menu_items):
    """wagtailmedia calls its library "Media", which in Vietnamese says nothing."""
    for item in menu_items:
        if item.name == "media":
            item.label = _("Videos and sound")
