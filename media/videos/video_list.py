"""The list of a video library, as its page shows it."""

from django.db.models import Count
from django.utils.translation import gettext as _

from cms.core.fallbacks import cards_of
from cms.core.pagination import Pagination
from media.videos.video_filters import VIDEO_FILTERS
from media.videos.video_series import VideoSeries


class VideoList:
    """The page of a library's videos that a request asks for; `?series=` is the uuid a series has in all languages."""

    per_page = 12

    def __init__(self, library, request):
        self.library = library
        self.request = request
        self.series = request.GET.get("series", "").strip()

    def all_videos(self):
        from media.videos.video_page import VideoPage

        return VideoPage.objects.live().public().in_library(self.library.tree_page)

    def videos(self):
        """Return the videos asked for; none for a series that cannot be meant."""
        videos = self.all_videos().newest_first().with_cards()
        if not self.series:
            return videos
        series = VIDEO_FILTERS["series"]
        try:
            return series.keep(videos, series.parse(self.series))
        except ValueError:
            return videos.none()

    def filters(self) -> list[dict]:
        """Return the filter of series with counts, or none while no video is in one."""
        in_series = self.all_videos().order_by().filter(series__isnull=False)
        counts = dict(in_series.values_list("series__translation_key").annotate(Count("pk")))
        if not counts:
            return []
        named = {}
        series = VideoSeries.objects.filter(translation_key__in=counts, live=True).order_by("pk")
        for item in series.prefetch_related("translation_here"):
            named.setdefault(item.translation_key, item.localized)
        choices = [
            {
                "value": str(item.translation_key),
                "label": item.name,
                "is_selected": str(item.translation_key) == self.series,
                "count": counts[item.translation_key],
            }
            for item in sorted(named.values(), key=lambda item: (item.sort_key, item.pk))
        ]
        everything = {"value": "", "label": _("All series"), "is_selected": not self.series, "count": None}
        return [{"name": "series", "label": _("Series"), "value": self.series, "choices": [everything, *choices]}]

    def context(self) -> dict:
        """Return `cards`, `pagination`, `filters`, `reset_url`, `is_empty`.

        Raises Http404 for a page number that does not exist.
        """
        pagination = Pagination(self.videos(), self.request, self.per_page)
        cards = cards_of(pagination.items)
        return {
            "cards": cards,
            "pagination": pagination,
            "filters": self.filters(),
            "reset_url": self.request.path if self.series else "",
            "is_empty": not cards,
        }
