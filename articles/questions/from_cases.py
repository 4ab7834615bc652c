"""An answered case as a legal question: the draft made of its edited text, and all of it that readers read."""

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.html import escape
from django.utils.translation import gettext as _

from articles.questions.legal_question_page import LegalQuestionPage
from articles.questions.question_index_page import QuestionIndexPage
from cms.cases.redaction.publishing import PublishedAs, register_published
from cms.core.text.words import plain_text


def register() -> None:
    register_published(PublishedAs(LegalQuestionPage, make_draft, text_of))


def make_draft(publication, user) -> LegalQuestionPage:
    """Add a draft below the index in the case's language. Raises ValidationError where there is none."""
    case = publication.case
    index = QuestionIndexPage.objects.filter(locale__language_code=case.language, alias_of=None).first()
    if index is None:
        raise ValidationError(_("There is no index of legal questions in the language of this question."))
    page = LegalQuestionPage(
        title=publication.title,
        question=as_rich_text(publication.question),
        answer=[{"type": "paragraph", "value": as_rich_text(publication.answer)}],
        topic=case.topic,
        answer_date=timezone.localdate(case.answered_at),
        locale=index.locale,
        owner=user,
        live=False,
    )
    index.add_child(instance=page)
    page.save_revision(user=user)
    return page


def as_rich_text(text: str) -> str:
    """Return plain text as paragraphs; a line break within one stays."""
    paragraphs = [part.strip() for part in text.split("\n\n") if part.strip()]
    return "".join(f"<p>{escape(part).replace(chr(10), '<br/>')}</p>" for part in paragraphs)


def text_of(page: LegalQuestionPage) -> str:
    content = page.answer.stream_block.get_searchable_content(page.answer)
    parts = [page.title, page.seo_title, page.search_description, plain_text(page.question), page.answered_by, *content]
    return "\n\n".join(str(part) for part in parts if part)
