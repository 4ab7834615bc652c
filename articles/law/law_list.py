"""The list of a law library, as its page shows it."""

from articles.law.law_filters import law_form
from cms.core.fallbacks import cards_of
from cms.core.pagination import Pagination


class LawList:
    """The page of the library's documents that a request asks for, newest first."""

    per_page = 20

    def __init__(self, library, request):
        self.library = library
        self.request = request
        self.form = law_form(request.GET)

    def documents(self):
        from articles.law.law_document_page import LawDocumentPage

        return LawDocumentPage.objects.child_of(self.library.tree_page).live().public()

    def context(self) -> dict:
        """Return `cards`, `pagination`, `filters`, `reset_url`, `is_empty`.

        Raises Http404 for a page number that does not exist.
        """
        documents = self.documents()
        found = self.form.apply(documents).newest_first().with_cards()
        pagination = Pagination(found, self.request, self.per_page)
        cards = cards_of(pagination.items)
        return {
            "cards": cards,
            "pagination": pagination,
            "filters": self.form.entries(documents),
            "reset_url": self.request.path if self.form.given else "",
            "is_empty": not cards,
        }
