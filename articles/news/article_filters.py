"""What a list of articles can be narrowed by."""

from functools import partial

from django.utils.translation import gettext_lazy as _

from articles.citations.cited_by import CITES_FILTER
from articles.news.category import Category
from cms.core.listing.form import FormField, ListingForm
from cms.core.listing.months import MonthOf, offer_months
from cms.core.listing.term_choices import offer_terms, spell_key
from cms.delivery.filters import MonthFilter, UuidFilter

ARTICLE_FILTERS = {
    "stream": UuidFilter(_("the article stream's uuid"), lambda articles, uuid: articles.in_stream_of(uuid)),
    "category": UuidFilter(_("the category's uuid"), lambda articles, uuid: articles.of_category(uuid)),
    "month": MonthFilter(_("the month of the article's date"), lambda articles, month: articles.of_month(month)),
    "cites": CITES_FILTER,
}

ARTICLE_FORM = [
    FormField(
        "category", _("Category"), lambda: "category__translation_key", partial(offer_terms, Category), spell_key
    ),
    FormField("month", _("Month"), lambda: MonthOf("display_date"), offer_months),
]


def article_form(parameters) -> ListingForm:
    """Return a stream's form with the values of an address's parameters; what narrows a stream."""
    return ListingForm({name: ARTICLE_FILTERS[name] for name in ("category", "month")}, ARTICLE_FORM, parameters)
