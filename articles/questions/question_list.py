"""The list of answered questions, as their index page shows it."""

from articles.questions.question_filters import question_form
from cms.core.listing.listing import Listing
from cms.core.restrictions import is_restricted


class QuestionList(Listing):
    """The page of the index's questions that a request asks for, newest answer first."""

    per_page = 20
    make_form = staticmethod(question_form)

    def items(self):
        from articles.questions.legal_question_page import LegalQuestionPage

        return LegalQuestionPage.objects.child_of(self.section.tree_page).live().exclude(is_restricted())
