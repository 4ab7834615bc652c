"""The newest answers to legal questions."""

from django.utils.translation import gettext_lazy as _

from home.pages.sections.base import IndexedSectionBlock, count_block


class QuestionsSectionBlock(IndexedSectionBlock):
    """Hỏi đáp pháp luật."""

    count = count_block(5)

    class Meta:
        icon = "help"
        label = _("Legal questions and answers")
        index_model = "articles.QuestionIndexPage"
        item_model = "articles.LegalQuestionPage"
        default_count = 5
        empty_text = _("No questions have been answered here yet.")
