"""The list of a law library, as its page shows it."""

from articles.law.law_filters import law_form
from cms.core.listing.listing import Listing


class LawList(Listing):
    """The page of the library's documents that a request asks for, newest first."""

    per_page = 20
    make_form = staticmethod(law_form)

    def items(self):
        from articles.law.law_document_page import LawDocumentPage

        return LawDocumentPage.objects.child_of(self.section.tree_page).live().public()
