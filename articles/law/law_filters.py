"""What the law library can be narrowed by, for its page and for its API endpoint."""

from functools import partial

from django.db.models.functions import ExtractYear
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from articles.law.as_of import PARAMETER, AsOfFilter, day_in
from articles.law.document_type import DocumentType
from articles.law.issuer import Issuer
from articles.law.law_status_period import status_expression
from articles.law.legal_field import LegalField
from articles.law.numbers.systems import NumberSystem
from articles.law.status import LawStatus, today_in_vietnam
from cms.core.listing.form import FormField, ListingForm, Order
from cms.core.listing.term_choices import offer_terms, spell_key
from cms.delivery.filters import ChoiceFilter, Filter, UuidFilter, YearFilter

LAW_FILTERS = {
    "q": Filter(
        _("a number in any spelling, or words of title, abstract, text or files; accents do not matter"),
        lambda documents, text: documents.matching(text),
    ),
    "number": Filter(_("the whole number, in any spelling"), lambda documents, text: documents.numbered(text)),
    "document_type": ChoiceFilter(
        _("the type of document"), lambda documents, code: documents.of_type(code), dict(DocumentType.choices)
    ),
    "issuer": UuidFilter(_("the issuing body's uuid"), lambda documents, uuid: documents.issued_by(uuid)),
    "field": UuidFilter(_("the field of law's uuid"), lambda documents, uuid: documents.in_field(uuid)),
    "number_system": ChoiceFilter(
        _("the system the number belongs to"),
        lambda documents, code: documents.in_system(code),
        dict(NumberSystem.choices),
    ),
    "year": YearFilter(_("the year of issue"), lambda documents, year: documents.issued_in(year)),
    # Before the status, which it is the day of.
    PARAMETER: AsOfFilter(
        _("the day by which status is told, today if none is given"), lambda documents, day: documents.as_of(day)
    ),
    "status": ChoiceFilter(
        _("the status as of today, or of the day as_of names"),
        lambda documents, code: documents.with_status(code),
        dict(LawStatus.choices),
    ),
}


def offer_codes(codes, values) -> list[tuple[str, str]]:
    """Return (code, label) of those codes of a TextChoices that occur, in its own order."""
    return [(code, str(label)) for code, label in codes.choices if code in values]


LAW_FORM = [
    FormField("q", _("Number, title or words of the text"), placeholder=_("91/2025/QH15, tien luong…")),
    FormField("number", pgettext_lazy("legal document", "Number"), is_hidden=True),
    FormField(
        "document_type",
        pgettext_lazy("legal document", "Type"),
        lambda: "document_type",
        partial(offer_codes, DocumentType),
    ),
    FormField(
        "issuer", _("Issued by"), lambda: "issuers__issuer__translation_key", partial(offer_terms, Issuer), spell_key
    ),
    FormField(
        "field",
        _("Field of law"),
        lambda: "fields__field__translation_key",
        partial(offer_terms, LegalField),
        spell_key,
    ),
    FormField(
        "number_system",
        pgettext_lazy("legal document", "System of numbers"),
        lambda: "number_system",
        partial(offer_codes, NumberSystem),
    ),
    FormField(
        "year",
        _("Year of issue"),
        lambda: ExtractYear("issue_date"),
        lambda years: [(year, year) for year in sorted(years, reverse=True) if year.isdigit()],
    ),
]


NEAREST_FIRST = Order("", _("Nearest first"))
NEWEST_FIRST = Order("-issue_date", _("Newest issue first"))
NEWEST_OF_ALL = Order("", _("Newest issue first"))
BY_DATES = [
    Order("issue_date", _("Oldest issue first")),
    Order("-effective_date", _("Latest effect first")),
    Order("effective_date", _("Earliest effect first")),
]


def law_form(parameters) -> ListingForm:
    """Return the library's form with the values of an address's parameters."""
    day = day_in(parameters) or today_in_vietnam()
    by_day = [
        FormField(
            "status",
            pgettext_lazy("legal document", "Status"),
            lambda: status_expression(day),
            partial(offer_codes, LawStatus),
        ),
        FormField(PARAMETER, _("As of the day"), input_type="date"),
    ]
    form = ListingForm(LAW_FILTERS, [*LAW_FORM, *by_day], parameters)
    form.orders = [*([NEAREST_FIRST, NEWEST_FIRST] if "q" in form.given else [NEWEST_OF_ALL]), *BY_DATES]
    return form
