"""How answered legal questions are delivered."""

from articles.models import LegalQuestionPage, QuestionIndexPage
from articles.questions.question_filters import QUESTION_FILTERS
from articles.questions.serializers import LegalQuestionSerializer, QuestionIndexSerializer
from cms.delivery.registry import DeliveredType
from cms.delivery.registry import register as register_type


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
            listing_fields=("title", "question", "topic", "answered_by", "answer_date"),
            filters=QUESTION_FILTERS,
            ordering=("-answer_date", "-pk"),
        )
    )
