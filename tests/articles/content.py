"""Small law documents and questions for tests."""

from datetime import date

from django.core.files.base import ContentFile
from wagtail.models import Locale

from articles.models import (
    Issuer,
    LawDocumentField,
    LawDocumentFile,
    LawDocumentIssuer,
    LawDocumentPage,
    LawEvent,
    LawLibraryPage,
    LawRelation,
    LegalBasis,
    LegalField,
    LegalQuestionPage,
    QuestionIndexPage,
    QuestionTopic,
)
from media.models import CustomDocument
from tests.factories import add_page, publish

PARAGRAPH = {"type": "paragraph", "value": "<p>Câu trả lời.</p>", "id": "5d9f3a0e-0000-4000-8000-000000000001"}


def make_term(model, name, english=""):
    """Return a published Vietnamese term, with its published English translation if a name is given."""
    term = model(name=name, locale=Locale.objects.get(language_code="vi"))
    term.save()
    term.save_revision().publish()
    if english:
        translation = term.copy_for_translation(Locale.objects.get(language_code="en"))
        translation.name = english
        translation.save()
        translation.save_revision().publish()
    return term


def make_issuer(name="Quốc hội", english=""):
    return make_term(Issuer, name, english)


def make_field(name="Quan hệ lao động", english=""):
    return make_term(LegalField, name, english)


def make_topic(name="Tiền lương", english=""):
    return make_term(QuestionTopic, name, english)


def make_document(title="Bản giới thiệu", content=b"%PDF-1.4 demonstration", name="luat.pdf"):
    document = CustomDocument(title=title, file=ContentFile(content, name=name), file_size=len(content))
    # As Wagtail's upload form does.
    document._set_file_hash()
    document.save()
    return document


def add_library(home, **fields):
    return add_page(home, LawLibraryPage, **{"title": "Tủ sách pháp luật điện tử", **fields})


def build_law_document(parent, *, issuers=(), fields=(), files=(), events=(), relations=(), **values):
    """Return an unsaved law document with its children; events are dicts, relations (relation, target)."""
    document = LawDocumentPage(
        locale=parent.locale,
        live=False,
        **{
            "title": "Bộ luật Lao động",
            "number": "45/2019/QH14",
            "document_type": "bo_luat",
            "abstract": "Tiêu chuẩn lao động.",
            "issue_date": date(2019, 11, 20),
            "effective_date": date(2021, 1, 1),
            # A status set by hand needs its reason.
            "status_note": "Theo cơ quan ban hành." if values.get("status") else "",
            **values,
        },
    )
    document.events = [LawEvent(locale=parent.locale, sort_order=place, **event) for place, event in enumerate(events)]
    document.relations = [LawRelation(relation=relation, target=target) for relation, target in relations]
    document.issuers = [LawDocumentIssuer(issuer=issuer) for issuer in issuers]
    document.fields = [LawDocumentField(field=field) for field in fields]
    document.files = [LawDocumentFile(document=file, locale=parent.locale) for file in files]
    return document


def add_law_document(library, **values):
    document = build_law_document(library, **values)
    library.add_child(instance=document)
    return publish(document)


def put_law_document(library, **values):
    """Put a live document straight into the tree: quicker, for lists of many, where publishing is not the matter."""
    document = build_law_document(library, **values)
    document.live = True
    return library.add_child(instance=document)


def add_question_index(home, **fields):
    return add_page(home, QuestionIndexPage, **{"title": "Hỏi đáp pháp luật", **fields})


def build_question(index, *, basis=(), topic=None, **values):
    """Return an unsaved answered question with its legal basis."""
    question = LegalQuestionPage(
        locale=index.locale,
        live=False,
        topic=topic or make_topic(),
        **{
            "title": "Làm thêm giờ được trả lương thế nào?",
            "question": "<p>Tổ tôi hay làm thêm vào <b>Chủ Nhật</b>.</p>",
            "answer": [PARAGRAPH],
            "answered_by": "Bộ phận tư vấn pháp luật",
            "answer_date": date(2026, 3, 18),
            **values,
        },
    )
    question.legal_basis = [LegalBasis(document=document) for document in basis]
    return question


def add_question(index, **values):
    question = build_question(index, **values)
    index.add_child(instance=question)
    return publish(question)


def put_question(index, **values):
    """Put a live question straight into the tree: see put_law_document."""
    question = build_question(index, **values)
    question.live = True
    return index.add_child(instance=question)
