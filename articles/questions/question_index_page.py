"""The index of answered legal questions."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.search import index

from articles.questions.question_list import QuestionList
from cms.core.models import BasePage
from cms.core.search_fields import FoldedSearchField


class QuestionIndexPage(BasePage):
    """Hỏi đáp pháp luật: finds answers by topic and words, newest first."""

    introduction = models.TextField(
        _("introduction"), blank=True, help_text=_("What one finds here, in a sentence or two.")
    )

    card_kind = "page"
    parent_page_types = ["home.HomePage"]
    subpage_types = ["articles.LegalQuestionPage"]
    content_panels = [*BasePage.content_panels, FieldPanel("introduction")]
    search_fields = [*BasePage.search_fields, index.SearchField("introduction"), FoldedSearchField("introduction")]

    class Meta:
        verbose_name = _("index of legal questions")
        verbose_name_plural = _("indexes of legal questions")

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        context.update(QuestionList(self, request).context())
        return context
