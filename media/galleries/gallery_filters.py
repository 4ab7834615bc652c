"""What a list of galleries can be narrowed by, for its page and for its API endpoint."""

from django.utils.translation import gettext_lazy as _

from cms.core.listing.form import FormField, ListingForm
from cms.core.listing.months import MonthOf, offer_months
from cms.delivery.filters import MonthFilter, YearFilter

GALLERY_FILTERS = {
    "year": YearFilter(_("the year of the event"), lambda galleries, year: galleries.of_year(year)),
    "month": MonthFilter(_("the month of the event"), lambda galleries, month: galleries.of_month(month)),
}

GALLERY_FORM = [FormField("month", _("Month"), lambda: MonthOf("event_date"), offer_months)]


def gallery_form(parameters) -> ListingForm:
    """Return a library's form with the values of an address's parameters; the page asks for the month only."""
    return ListingForm({"month": GALLERY_FILTERS["month"]}, GALLERY_FORM, parameters)
