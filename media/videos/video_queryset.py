"""Sentences about videos."""

from django.db.models import Case, When
from wagtail.query import PageQuerySet

NEWEST_FIRST = ("-recorded_on", "-pk")


class VideoPageQuerySet(PageQuerySet):
    """What lists of videos ask for."""

    def newest_first(self):
        return self.order_by(*NEWEST_FIRST)

    def same_series_first(self, video):
        return self.order_by(Case(When(series=video.series_id, then=0), default=1), *NEWEST_FIRST)

    def in_library(self, library):
        return self.child_of(library)

    def in_series(self, translation_key):
        return self.filter(series__translation_key=translation_key)

    def of_year(self, year: int):
        return self.filter(recorded_on__year=year)

    def of_month(self, first):
        """Keep the videos recorded in the month that begins with this day."""
        return self.filter(recorded_on__year=first.year, recorded_on__month=first.month)

    def with_cards(self):
        """Join what a card shows, so that a list costs the same for 3 videos and for 30."""
        joined = self.select_related("file", "poster", "series", "locale")
        return joined.prefetch_related("series__translation_here")
