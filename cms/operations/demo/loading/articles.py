"""Streams, categories and articles."""

from articles.models import ArticlePage, ArticleRelatedPage, ArticleStreamPage, Category
from cms.operations.demo.content import is_translated, read, read_folder, text
from cms.operations.demo.loading.dates import moment
from cms.operations.demo.loading.library import Library
from cms.operations.demo.storing import store_picture


def load_streams(library: Library, home) -> None:
    for category in read("streams")["categories"]:
        library.snippet(
            Category,
            "category",
            category["key"],
            lambda language, item=category: Category(name=text(item["name"], language)),
        )
    for stream in read("streams")["streams"]:
        library.page(
            home,
            "stream",
            stream["key"],
            lambda language, item=stream: ArticleStreamPage(
                title=text(item["title"], language),
                introduction=text(item["introduction"], language),
                # Whom re-publishers name: every article takes it from its stream.
                attribution=text(read("pages")["organisation"]["name"], language),
            ),
        )


def load_articles(library: Library) -> None:
    items = sorted(read_folder("articles"), key=lambda item: item["date"])
    for item in items:
        stream = ArticleStreamPage.objects.get(pk=library.find("stream", item["stream"]))
        library.page(
            stream,
            "article",
            item["key"],
            lambda language, item=item: _article(library, item, language),
            translated=is_translated(item),
            publish=False,
        )
    for item in items:
        _complete(library, item)


def _article(library: Library, item: dict, language: str) -> ArticlePage:
    cover, source = item.get("cover"), item.get("source") or {}
    article = ArticlePage(
        title=text(item["title"], language),
        lead=text(item["lead"], language),
        display_date=moment(item["date"]),
        place=text(item.get("place"), language),
        author=text(item.get("author"), language),
        source_name=text(source.get("name"), language),
        source_url=source.get("url", ""),
        is_featured=item.get("featured", False),
        category_id=library.find("category", item["category"]),
        body=library.body(language, f"article/{item['key']}", item["body"]),
    )
    if cover:
        article.cover = store_picture(cover["picture"])
        article.cover_alt_text = text(cover["alt"], language)
        article.cover_caption = text(cover.get("caption"), language)
        article.cover_credit = text(cover.get("credit"), language)
    return article


def _complete(library: Library, item: dict) -> None:
    """Name the related articles, now that all are there, and publish."""
    article = ArticlePage.objects.get(pk=library.find("article", item["key"]))
    if article.latest_revision_id is not None:
        return
    article.related_pages = [
        ArticleRelatedPage(page_id=library.find("article", key), sort_order=order)
        for order, key in enumerate(item.get("related", []))
    ]
    article.save()
    library.publish(article)
