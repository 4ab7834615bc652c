"""The models of this room, where Django looks for them; each has a file of its own."""

from articles.citations.citation import Citation
from articles.law.issuer import Issuer
from articles.law.law_document_page import LawDocumentPage
from articles.law.law_document_parts import LawDocumentField, LawDocumentFile, LawDocumentIssuer
from articles.law.law_event import LawEvent
from articles.law.law_library_page import LawLibraryPage
from articles.law.law_link import LawLink
from articles.law.law_relation import LawRelation
from articles.law.law_status_period import LawStatusPeriod
from articles.law.legal_field import LegalField
from articles.news.article_page import ArticlePage, ArticleRelatedPage
from articles.news.article_stream_page import ArticleStreamPage
from articles.news.category import Category
from articles.questions.answer_review import AnswerReview
from articles.questions.legal_question_page import LegalBasis, LegalQuestionPage
from articles.questions.question_index_page import QuestionIndexPage
from articles.questions.question_topic import QuestionTopic
from articles.questions.review_letter import ReviewLetter

__all__ = [
    "AnswerReview",
    "ArticlePage",
    "ArticleRelatedPage",
    "ArticleStreamPage",
    "Category",
    "Citation",
    "Issuer",
    "LawDocumentField",
    "LawDocumentFile",
    "LawDocumentIssuer",
    "LawDocumentPage",
    "LawEvent",
    "LawLibraryPage",
    "LawLink",
    "LawRelation",
    "LawStatusPeriod",
    "LegalBasis",
    "LegalField",
    "LegalQuestionPage",
    "QuestionIndexPage",
    "QuestionTopic",
    "ReviewLetter",
]
