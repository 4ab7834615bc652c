"""A stream's list of articles: one module for its HTML and (by the same filters) its API endpoint."""

from articles.news.article_filters import article_form
from cms.core.listing.listing import Listing
from cms.core.restrictions import is_restricted


class ArticleList(Listing):
    """The page of a stream's articles that a request asks for, newest first."""

    make_form = staticmethod(article_form)

    def items(self):
        from articles.news.article_page import ArticlePage

        return ArticlePage.objects.live().exclude(is_restricted()).in_stream(self.section.tree_page)
