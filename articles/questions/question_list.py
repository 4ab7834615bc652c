"""The list of answered questions, as their index page shows it."""

from articles.questions.question_filters import question_form
from cms.core.fallbacks import cards_of
from cms.core.pagination import Pagination


class QuestionList:
    """The page of the index's questions that a request asks for, newest answer first."""

    per_page = 20

    def __init__(self, index, request):
        self.index = index
        self.request = request
        self.form = question_form(request.GET)

    def questions(self):
        from articles.questions.legal_question_page import LegalQuestionPage

        return LegalQuestionPage.objects.child_of(self.index.tree_page).live().public()

    def context(self) -> dict:
        """Return `cards`, `pagination`, `filters`, `reset_url`, `is_empty`.

        Raises Http404 for a page number that does not exist.
        """
        questions = self.questions()
        found = self.form.apply(questions).newest_first().with_cards()
        pagination = Pagination(found, self.request, self.per_page)
        cards = cards_of(pagination.items)
        return {
            "cards": cards,
            "pagination": pagination,
            "filters": self.form.entries(questions),
            "reset_url": self.request.path if self.form.given else "",
            "is_empty": not cards,
        }
