"""What a list of videos can be narrowed by, for its page and for its API endpoint."""

from functools import partial

from django.utils.translation import gettext_lazy as _

from cms.core.listing.form import FormField, ListingForm
from cms.core.listing.months import MonthOf, offer_months
from cms.core.listing.term_choices import offer_terms, spell_key
from cms.delivery.filters import MonthFilter, UuidFilter, YearFilter
from media.videos.video_series import VideoSeries

VIDEO_FILTERS = {
    "series": UuidFilter(_("the series’ uuid"), lambda videos, uuid: videos.in_series(uuid)),
    "year": YearFilter(_("the year of recording"), lambda videos, year: videos.of_year(year)),
    "month": MonthFilter(_("the month of recording"), lambda videos, month: videos.of_month(month)),
}

VIDEO_FORM = [
    FormField("series", _("Series"), lambda: "series__translation_key", partial(offer_terms, VideoSeries), spell_key),
    FormField("month", _("Month"), lambda: MonthOf("recorded_on"), offer_months),
]


def video_form(parameters) -> ListingForm:
    """Return a library's form with the values of an address's parameters; the page asks for series and month."""
    return ListingForm({name: VIDEO_FILTERS[name] for name in ("series", "month")}, VIDEO_FORM, parameters)
