"""The video library's front: every video, newest first, by series if one likes."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.search import index

from cms.core.models import BasePage
from cms.core.search_fields import FoldedSearchField
from media.videos.video_list import VideoList


class VideoIndexPage(BasePage):
    """Thư viện video: lists its videos."""

    introduction = models.TextField(
        _("introduction"), blank=True, help_text=_("What one finds here, in a sentence or two.")
    )

    card_kind = "page"
    parent_page_types = ["home.HomePage"]
    subpage_types = ["media.VideoPage"]
    content_panels = [*BasePage.content_panels, FieldPanel("introduction")]
    search_fields = [*BasePage.search_fields, index.SearchField("introduction"), FoldedSearchField("introduction")]

    class Meta:
        verbose_name = _("video library")
        verbose_name_plural = _("video libraries")

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        context.update(VideoList(self, request).context())
        return context
