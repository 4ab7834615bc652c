"""What a list of videos can be narrowed by, for its page and for its API endpoint."""

from django.utils.translation import gettext_lazy as _

from cms.delivery.filters import UuidFilter, YearFilter

VIDEO_FILTERS = {
    "series": UuidFilter(_("the series’ uuid"), lambda videos, uuid: videos.in_series(uuid)),
    "year": YearFilter(_("the year of recording"), lambda videos, year: videos.of_year(year)),
}
