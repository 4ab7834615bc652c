"""The kinds of items that feeds list and cards show, and where their documents keep what these need."""

from dataclasses import dataclass

from django.db import models
from wagtail.models import Page

from articles.models import (
    ArticlePage,
    ArticleStreamPage,
    Category,
    LawDocumentPage,
    LawLibraryPage,
    LegalField,
    LegalQuestionPage,
    QuestionIndexPage,
    QuestionTopic,
)
from media.models import GalleryIndexPage, GalleryPage, VideoIndexPage, VideoPage, VideoSeries


@dataclass(frozen=True)
class Topic:
    """What narrows a section: `parameter` is the list's own filter, `field` where a document names its terms."""

    parameter: str
    field: str
    model: type[models.Model]


@dataclass(frozen=True)
class Kind:
    """`newest` is the column that says when an item was news; `picture` the document's field of its picture."""

    model: type[Page]
    section: type[Page]
    newest: str = "first_published_at"
    picture: str = ""
    topic: Topic | None = None

    @property
    def label(self) -> str:
        return self.model._meta.label


KINDS = {
    kind.label: kind
    for kind in (
        Kind(
            ArticlePage,
            ArticleStreamPage,
            newest="display_date",
            picture="cover",
            topic=Topic("category", "category", Category),
        ),
        Kind(GalleryPage, GalleryIndexPage, picture="cover"),
        Kind(VideoPage, VideoIndexPage, picture="poster", topic=Topic("series", "series", VideoSeries)),
        Kind(LawDocumentPage, LawLibraryPage, topic=Topic("field", "fields", LegalField)),
        Kind(LegalQuestionPage, QuestionIndexPage, topic=Topic("topic", "topic", QuestionTopic)),
    )
}
SECTIONS = {kind.section._meta.label: kind for kind in KINDS.values()}
