"""The list of a law library, as its page shows it."""

from articles.law.as_of import asked_as_of, day_in, refusal_of
from articles.law.catalogue.finding import find_in_catalogue
from articles.law.catalogue.shelf import Listed
from articles.law.excerpts import add_excerpts
from articles.law.law_csv import csv_answer
from articles.law.law_filters import law_form
from articles.law.list_doors import CSV, FORMAT, list_doors
from cms.core.listing.listing import Listing
from cms.core.models import Syndication
from cms.core.pagination import asked_page
from cms.core.restrictions import is_restricted


class LawList(Listing):
    """The page of the library's documents that a request asks for, newest first."""

    per_page = 20
    make_form = staticmethod(law_form)

    def items(self):
        from articles.law.law_document_page import LawDocumentPage

        return LawDocumentPage.objects.child_of(self.section.tree_page).live().exclude(is_restricted())

    def find(self, number):
        if number is None:
            return super().find(number)
        until = self.per_page * (asked_page(self.request) or 1)
        place = self.section.tree_page
        listed = Listed(place.pk, self.items(), lambda: place.effective_syndication != Syndication.NONE)
        return find_in_catalogue(self.form, listed, number, until)

    def explain(self, pages, cards):
        if "q" in self.form.given:
            add_excerpts(pages, cards, self.form.given["q"])

    def context(self):
        """Add `as_of`, the day by which status is shown where it is not today, `as_of_refusal`, and `doors`."""
        day = day_in(self.request.GET)
        with asked_as_of(day):
            context = super().context()
        doors = list_doors(self.section, self.form.given, self.form.order)
        return {**context, "as_of": day, "as_of_refusal": refusal_of(self.request.GET), "doors": doors}

    @property
    def wants_table(self) -> bool:
        return self.request.GET.get(FORMAT) == CSV

    def table(self):
        """Return the answer with the whole list as a table; a day that cannot be meant is refused as on the page."""
        with asked_as_of(day_in(self.request.GET)):
            return csv_answer(self.form.in_order(self.form.apply(self.items())), self.section.slug)
