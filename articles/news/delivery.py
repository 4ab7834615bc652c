"""How articles and streams are delivered."""

from articles.models import ArticlePage, ArticleStreamPage
from articles.news.article_filters import ARTICLE_FILTERS
from articles.news.serializers import ArticleSerializer, ArticleStreamSerializer
from cms.delivery.registry import DeliveredType
from cms.delivery.registry import register as register_type
from cms.search.registry import Searched, Topic
from cms.search.registry import register as register_searched


def register() -> None:
    register_type(
        DeliveredType(
            model=ArticleStreamPage,
            endpoint="streams",
            serializer=ArticleStreamSerializer,
            listing_fields=("title", "introduction"),
            stream_of=lambda stream: stream.translation_key,
        )
    )
    register_type(
        DeliveredType(
            model=ArticlePage,
            endpoint="articles",
            serializer=ArticleSerializer,
            listing_fields=("title", "lead", "date", "category", "cover"),
            filters=ARTICLE_FILTERS,
            stream_of=lambda article: article.section.translation_key,
            ordering=("-display_date", "-pk"),
            reads=("cover", "category__translation_here", "related_pages__page"),
        )
    )
    register_searched(ArticlePage, Searched(dated=lambda article: article.display_date, topic_of=stream_of))


def stream_of(article: ArticlePage) -> Topic:
    return Topic(str(article.section.translation_key), article.section.title)
