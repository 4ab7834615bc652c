"""How the law library and its documents are delivered."""

from articles.law.as_of import PARAMETER, restated_as_of
from articles.law.law_filters import LAW_FILTERS
from articles.law.named_documents import find_named
from articles.law.related_documents import documents_beside
from articles.law.serializers import LawDocumentSerializer, LawLibrarySerializer
from articles.law.status import midnight_in_vietnam, today_in_vietnam
from articles.models import LawDocumentPage, LawLibraryPage
from cms.delivery.registry import DeliveredType
from cms.delivery.registry import register as register_type
from cms.search.registry import Searched, Topic, register_exact_finder
from cms.search.registry import register as register_searched


def register() -> None:
    register_type(
        DeliveredType(
            model=LawLibraryPage,
            endpoint="pages",
            serializer=LawLibrarySerializer,
            listing_fields=("title", "introduction"),
        )
    )
    register_type(
        DeliveredType(
            model=LawDocumentPage,
            endpoint="law-documents",
            serializer=LawDocumentSerializer,
            listing_fields=(
                *("title", "number", "number_folded", "document_type", "issuers"),
                *("issue_date", "effective_date", "expiry_date", "status", "abstract"),
            ),
            due_at=next_status_change,
            filters=LAW_FILTERS,
            ordering=("-issue_date", "-pk"),
            shown_in=documents_beside,
            restated_by={PARAMETER: restated_as_of},
        )
    )
    register_exact_finder(find_named)
    register_searched(LawDocumentPage, Searched(dated=lambda document: document.issue_date, topic_of=document_type_of))


def document_type_of(document: LawDocumentPage) -> Topic | None:
    made = document.document_type
    return Topic(made, str(document.get_document_type_display())) if made else None


def next_status_change(document: LawDocumentPage):
    """Return the next midnight in Vietnam at which its status, or one it tells of another, changes; else None."""
    day = document.next_look(today_in_vietnam())
    return midnight_in_vietnam(day) if day else None
