"""The models of this room, where Django looks for them; each has a file of its own."""

from articles.news.article_page import ArticlePage, ArticleRelatedPage
from articles.news.article_stream_page import ArticleStreamPage
from articles.news.category import Category

__all__ = ["ArticlePage", "ArticleRelatedPage", "ArticleStreamPage", "Category"]
