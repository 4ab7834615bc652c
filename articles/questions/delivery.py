"""How answered legal questions are delivered."""

from articles.models import LegalQuestionPage, QuestionIndexPage
from articles.questions.question_filters import QUESTION_FILTERS
from articles.questions.review import next_review
from articles.questions.serializers import LegalQuestionSerializer, QuestionIndexSerializer
from articles.questions.similar import find_similar
from cms.cases.similar import register_similar
from cms.delivery.registry import DeliveredType
from cms.delivery.registry import register as register_type
from cms.search.registry import Searched, Topic
from cms.search.registry import register as register_searched


def register() -> None:
    register_type(
        DeliveredType(
            model=QuestionIndexPage,
            endpoint="pages",
            serializer=QuestionIndexSerializer,
            listing_fields=("title", "introduction"),
        )
    )
    register_type(
        DeliveredType(
            model=LegalQuestionPage,
            endpoint="questions",
            serializer=LegalQuestionSerializer,
            listing_fields=("title", "question", "topic", "answered_by", "answer_date", "review_state"),
            due_at=next_review,
            filters=QUESTION_FILTERS,
            ordering=("-answer_date", "-pk"),
            reads=("topic__translation_here",),
        )
    )
    register_searched(LegalQuestionPage, Searched(dated=lambda question: question.answer_date, topic_of=topic_of))
    register_similar(find_similar)


def topic_of(question: LegalQuestionPage) -> Topic | None:
    topic = question.topic
    return Topic(str(topic.translation_key), topic.localized.name) if topic else None
