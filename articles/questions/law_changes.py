"""What has happened, or will, to the law that answers rest on: for any number of answers with the same few queries."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.conf import settings
from django.db.models import Q

from articles.citations.citation import Citation
from articles.law.timeline import EventKind, all_events
from cms.core.restrictions import is_restricted

# After one of these the law is no longer what it was when somebody answered by it.
CHANGING = frozenset(
    {
        *(EventKind.AMENDED.value, EventKind.PARTLY_EXPIRED.value, EventKind.SUSPENDED.value),
        *(EventKind.REPLACED.value, EventKind.REPEALED.value, EventKind.EXPIRED.value),
    }
)


@dataclass(frozen=True, order=True)
class LawChange:
    """That a document became another on a day. `name` is its number, or its title where it has none."""

    day: date
    code: str
    law: UUID
    name: str

    @property
    def key(self) -> str:
        """What this change is called in the reviews that covered it."""
        return f"{self.law}|{self.code}|{self.day}"

    @property
    def label(self) -> str:
        return str(EventKind(self.code).label)


def laws_of(questions: Iterable[UUID]) -> dict[UUID, set[UUID]]:
    """Return the law documents that answers rest on or cite, in any language: identities by identity; two queries."""
    from articles.questions.legal_question_page import LegalBasis, LegalQuestionPage

    questions = list(questions)
    based = LegalBasis.objects.filter(question__live=True, question__translation_key__in=questions)
    pages = dict(
        LegalQuestionPage.objects.filter(live=True, translation_key__in=questions).values_list("pk", "translation_key")
    )
    laws = defaultdict(set)
    for question, law in based.values_list("question__translation_key", "document__translation_key"):
        laws[question].add(law)
    cited = Citation.objects.filter(page__in=pages, record__isnull=False)
    for page, law in cited.values_list("page", "record"):
        laws[pages[page]].add(law)
    return laws


def changes_of(laws: Iterable[UUID]) -> dict[UUID, list[LawChange]]:
    """Return the changes of public documents, by identity, in their order; what is only drafted is not among them.

    The Vietnamese page says when, where there is one, and the printed dates stand for events that are not given.
    """
    from articles.models import LawDocumentPage, LawEvent

    laws = set(laws)
    if not laws:
        return {}
    pages = LawDocumentPage.objects.live().filter(translation_key__in=laws, alias_of=None).exclude(is_restricted())
    fields = ("pk", "translation_key", "locale__language_code", "number", "title")
    rows = list(pages.values_list(*fields, "issue_date", "effective_date", "expiry_date"))
    # The Vietnamese one comes last, and stays.
    originals = {row[1]: row for row in sorted(rows, key=lambda row: row[2] == settings.LANGUAGE_CODE)}
    given = defaultdict(list)
    events = LawEvent.objects.filter(law_document__in=[row[0] for row in originals.values()])
    for page, day, code in events.values_list("law_document", "date", "event"):
        given[page].append((day, code))
    return {
        law: [
            LawChange(day, str(code), law, number or title)
            for day, code in all_events(given[pk], *dates)
            if code in CHANGING
        ]
        for law, (pk, _law, _language, number, title, *dates) in originals.items()
    }


def laws_that_change() -> Q:
    """Return the condition, for law documents, that something of the kind is known of them."""
    return Q(events__event__in=CHANGING) | Q(expiry_date__isnull=False)
