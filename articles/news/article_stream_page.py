"""An article stream: a section of the site that articles are published in."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.search import index

from articles.news.article_list import ArticleList
from cms.core.models import BasePage
from cms.core.search_fields import FoldedSearchField


class ArticleStreamPage(BasePage):
    """Chuyên mục: lists its articles, newest first."""

    introduction = models.TextField(
        _("introduction"), blank=True, help_text=_("What one finds here, in a sentence or two.")
    )

    card_kind = "stream"
    parent_page_types = ["home.HomePage"]
    subpage_types = ["articles.ArticlePage"]
    content_panels = [*BasePage.content_panels, FieldPanel("introduction")]
    search_fields = [*BasePage.search_fields, index.SearchField("introduction"), FoldedSearchField("introduction")]

    class Meta:
        verbose_name = _("article stream")
        verbose_name_plural = _("article streams")

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        context.update(ArticleList(self, request).context())
        return context
