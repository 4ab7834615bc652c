"""Whether an answer still rests on the law by which it was given: from the law's events and the editors' reviews.

On the day a change counts, the answer is to be reviewed; when the days of grace are over and nobody has, its readers
are told. Nothing of this is stored but the reviews: like a law's status it is true of a day.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from django.conf import settings
from django.db import models
from django.utils.translation import pgettext_lazy

from articles.law.status import midnight_in_vietnam, today_in_vietnam
from articles.questions.answer_review import AnswerReview
from articles.questions.law_changes import LawChange, changes_of, laws_of
from cms.core.text.formats import VIETNAM


class ReviewState(models.TextChoices):
    """What a reader should know of an answer's law."""

    CURRENT = "current", pgettext_lazy("state of an answer", "Up to date")
    TO_REVIEW = "to_review", pgettext_lazy("state of an answer", "To be reviewed")
    OUTDATED = "outdated", pgettext_lazy("state of an answer", "The law has changed since")


@dataclass(frozen=True)
class AnswerLaw:
    """The changes of an answer's law after it was given that no review has covered, in their order."""

    changes: tuple[LawChange, ...] = ()

    def open_on(self, day: date) -> list[LawChange]:
        """Return what has happened by a day."""
        return [change for change in self.changes if change.day <= day]

    def coming_after(self, day: date) -> list[LawChange]:
        return [change for change in self.changes if change.day > day]

    def state_on(self, day: date) -> ReviewState:
        happened = self.open_on(day)
        if not happened:
            return ReviewState.CURRENT
        return ReviewState.OUTDATED if _notice_from(happened[0]) <= day else ReviewState.TO_REVIEW

    def next_change(self, day: date) -> date | None:
        """Return the first day after `day` on which the state, or what it names, is another."""
        days = {moment for change in self.changes for moment in (change.day, _notice_from(change))}
        return min((moment for moment in days if moment > day), default=None)


def _notice_from(change: LawChange) -> date:
    return change.day + timedelta(days=settings.ANSWER_REVIEW_GRACE_DAYS)


def laws_behind(answers: Iterable[tuple[UUID, date | None]]) -> dict[UUID, AnswerLaw]:
    """Return, by identity, the state of answers given as (identity, the day they are right by); five queries.

    An answer without a day is taken for right by the law of all days before its changes were entered: it has none.
    """
    days = dict(answers)
    laws = laws_of(days)
    changes = changes_of({law for found in laws.values() for law in found})
    reviews = AnswerReview.objects.filter(question_key__in=list(days)) if changes else ()
    covered = {review.question_key: set(review.covered) for review in reviews}
    return {
        question: AnswerLaw(
            tuple(
                sorted(
                    change
                    for law in laws.get(question, ())
                    for change in changes.get(law, ())
                    if day is not None and change.day > day and change.key not in covered.get(question, ())
                )
            )
        )
        for question, day in days.items()
    }


def law_behind(question) -> AnswerLaw:
    """Return the state of one answer."""
    return laws_behind([(question.translation_key, answered_on(question))])[question.translation_key]


def answered_on(question) -> date | None:
    """Return the day by whose law an answer is right: the one it says, else that of its publication."""
    published = question.first_published_at
    return question.answer_date or (published.astimezone(VIETNAM).date() if published else None)


def next_review(question) -> datetime | None:
    """Return the next midnight in Vietnam at which what is said of an answer's law changes by itself."""
    day = question.law.next_change(today_in_vietnam())
    return midnight_in_vietnam(day) if day else None
