"""A stream's list of articles: one module for its HTML and (by the same filters) its API endpoint."""

from articles.news.article_filters import article_form
from cms.core.fallbacks import cards_of
from cms.core.pagination import Pagination


class ArticleList:
    """The page of a stream's articles that a request asks for."""

    per_page = 12

    def __init__(self, stream, request):
        self.stream = stream
        self.request = request
        self.form = article_form(request.GET)

    def articles(self):
        from articles.news.article_page import ArticlePage

        return ArticlePage.objects.live().public().in_stream(self.stream.tree_page).newest_first().with_cards()

    def context(self) -> dict:
        """Return `cards`, `pagination`, `filters`, `reset_url`, `is_empty`.

        Raises Http404 for a page number that does not exist.
        """
        articles = self.articles()
        pagination = Pagination(self.form.apply(articles), self.request, self.per_page)
        cards = cards_of(pagination.items)
        return {
            "cards": cards,
            "pagination": pagination,
            "filters": self.form.entries(articles),
            "reset_url": self.request.path if self.form.given else "",
            "is_empty": not cards,
        }
