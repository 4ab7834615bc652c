"""What a list of galleries can be narrowed by, for its page and for its API endpoint."""

from django.utils.translation import gettext_lazy as _

from cms.delivery.filters import YearFilter

GALLERY_FILTERS = {
    "year": YearFilter(_("the year of the event"), lambda galleries, year: galleries.of_year(year)),
}
