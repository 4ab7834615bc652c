"""The e-mail to those who may set an answer right, when the law it rests on has changed: once for each change.

What was told stands in rows, written together with the letter that waits to be sent: a worker that dies loses nothing.
"""

from collections import defaultdict
from datetime import datetime

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import ngettext
from wagtail.permissions import page_permission_policy

from articles.law.status import today_in_vietnam
from articles.questions.law_changes import LawChange
from articles.questions.review_letter import ReviewLetter
from articles.questions.review_report import REPORT_URL, REVIEWERS
from articles.questions.reviewing import answers_to_review
from cms.core.organisation_name import organisation_name


def send_review_letters() -> int:
    """Write to everybody with an address about the answers that are new among his work; return the letters sent.

    Each person gets one letter, however many answers there are. Whoever cannot be written to finds the task in the
    admin.
    """
    untold = _untold()
    for person, answers in untold.items():
        # Told and written down together, or neither.
        with transaction.atomic():
            _letter(person, answers).send()
            _note(person, answers, timezone.now())
    return len(untold)


def _untold() -> dict[object, list[tuple[object, list[LawChange]]]]:
    """Return, by person, (answer, its changes) of what he was not written to about; six queries and one an answer."""
    from articles.models import LegalQuestionPage

    today = today_in_vietnam()
    answers = [(page, law.open_on(today)) for page, law in answers_to_review(LegalQuestionPage.objects.all())]
    letters = ReviewLetter.objects.filter(question_key__in=[page.translation_key for page, _changes in answers])
    told = {(letter.person_id, letter.question_key): letter.told for letter in letters}
    untold = defaultdict(list)
    for answer, changes in answers:
        if not changes:
            continue
        for person in page_permission_policy.users_with_any_permission_for_instance(REVIEWERS, answer):
            known = told.get((person.pk, answer.translation_key), ())
            new = [change for change in changes if change.key not in known]
            if new and person.email:
                untold[person].append((answer, new))
    return untold


def _letter(person, answers) -> EmailMessage:
    profile = getattr(person, "wagtail_userprofile", None)
    language = (profile and profile.preferred_language) or settings.LANGUAGE_CODE
    with translation.override(language):
        subject = ngettext(
            "The law behind %(count)d answer has changed", "The law behind %(count)d answers has changed", len(answers)
        ) % {"count": len(answers)}
        context = {
            "answers": answers,
            "days": settings.ANSWER_REVIEW_GRACE_DAYS,
            "address": settings.WAGTAILADMIN_BASE_URL + reverse(REPORT_URL),
            "organisation": organisation_name(language),
        }
        body = render_to_string("articles/mail/answers_to_review.txt", context)
    return EmailMessage(" ".join(subject.split()), body, to=[person.email])


def _note(person, answers, now: datetime) -> None:
    for answer, changes in answers:
        letter, _is_new = ReviewLetter.objects.get_or_create(
            person=person, question_key=answer.translation_key, defaults={"sent_at": now}
        )
        letter.told, letter.sent_at = sorted({*letter.told, *(change.key for change in changes)}), now
        letter.save()
