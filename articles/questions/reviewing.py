"""What editors do about answers whose law has changed: find them, and say that one was looked at again."""

from django.conf import settings
from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from wagtail.log_actions import log

from articles.citations.citation import Citation
from articles.law.status import today_in_vietnam
from articles.questions.answer_review import AnswerReview
from articles.questions.law_changes import laws_that_change
from articles.questions.review import AnswerLaw, answered_on, laws_behind
from cms.core.fallbacks import has_own_text
from cms.delivery.unit_of_work import mark

REVIEWED = "articles.answer_reviewed"


def answers_to_review(pages) -> list[tuple[object, AnswerLaw]]:
    """Return (answer, its law) of those of `pages` whose law has changed or is about to, the longest ago first.

    Each answer once: in Vietnamese where it is there. Seven queries, however many they are.
    """
    from articles.models import LawDocumentPage, LegalBasis

    changing = LawDocumentPage.objects.filter(laws_that_change()).values("translation_key")
    based = LegalBasis.objects.filter(document__translation_key__in=changing).values("question__translation_key")
    citing = Citation.objects.filter(record__in=changing).values("page__translation_key")
    asked = pages.filter(has_own_text(), live=True).select_related("locale")
    pages = list(asked.filter(Q(translation_key__in=based) | Q(translation_key__in=citing)))
    # The Vietnamese one comes last, and stays.
    pages.sort(key=lambda page: page.locale.language_code == settings.LANGUAGE_CODE)
    found = {page.translation_key: page for page in pages}
    behind = laws_behind((key, answered_on(page)) for key, page in found.items())
    answers = [(page, behind[key]) for key, page in found.items() if behind[key].changes]
    return sorted(answers, key=lambda answer: (answer[1].changes[0].day, answer[0].pk))


@transaction.atomic
def mark_reviewed(question, user, note: str = "") -> None:
    """Say that an answer is right by the law of today; what is still to come asks again when it has come."""
    from articles.models import LegalQuestionPage

    happened = question.law.open_on(today_in_vietnam())
    review = AnswerReview.objects.select_for_update().filter(question_key=question.translation_key).first()
    review = review or AnswerReview(question_key=question.translation_key)
    review.covered = sorted({*review.covered, *(change.key for change in happened)})
    review.reviewed_at, review.reviewed_by, review.note = timezone.now(), user, note
    review.save()
    log(question, REVIEWED, user=user, data={"note": note, "changes": [change.key for change in happened]})
    question.__dict__.pop("law", None)
    for page in LegalQuestionPage.objects.filter(translation_key=question.translation_key):
        mark(page)
