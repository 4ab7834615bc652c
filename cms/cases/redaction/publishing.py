"""From an answered case to a published page: a draft of its own text, a publisher's signature, and no page without it.

What kind of page a case becomes is registered by a higher room. The signature is of the very text that was compared:
another letter, and the page cannot be published until somebody compares it again.
"""

import hashlib
import hmac
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.models import Page
from wagtail.signals import page_published, page_unpublished

from cms.cases.models import Case, CaseEvent, Publication
from cms.cases.moving import note_published
from cms.cases.redaction.detector import find_identifiers
from cms.cases.redaction.marking import mask
from cms.cases.states import State


@dataclass(frozen=True)
class PublishedAs:
    """`make_draft(publication, user)` returns a new page that is not live; `text_of(page)` all that readers read."""

    model: type[Page]
    make_draft: Callable[[Publication, object], Page]
    text_of: Callable[[Page], str]


MAX_TITLE = 120
_sentence = re.compile(r"[^.?!\n]+[.?!]?")
_kinds: list[PublishedAs] = []


def register_published(kind: PublishedAs) -> None:
    """Say what answered questions are published as."""
    _kinds.append(kind)
    page_published.connect(_follow_publishing, sender=kind.model, dispatch_uid="cases.published")
    page_unpublished.connect(_follow_unpublishing, sender=kind.model, dispatch_uid="cases.unpublished")


def may_prepare(case: Case) -> bool:
    """Whether a case is answered, its asker agreed to publication, and there is still something to make it of."""
    return (
        case.erased_at is None
        and case.is_question
        and case.state in (State.ANSWERED, State.PUBLISHED)
        and case.may_be_published
    )


def prepared(case: Case) -> Publication:
    """Return the case's text for publication; a new one, not yet saved, has what was found masked."""
    known = Publication.objects.filter(case=case).select_related("page").first()
    if known is not None:
        return known
    question, answer = mask(case.text, case.language), mask(case.answer, case.language)
    return Publication(case=case, title=_title_of(question), question=question, answer=answer)


def _title_of(question: str) -> str:
    """Return what is asked, to begin with: the first sentence that asks, else the first of all."""
    sentences = [" ".join(sentence.split()) for sentence in _sentence.findall(question)]
    asking = [sentence for sentence in sentences if sentence.endswith("?")]
    return (asking or sentences or [""])[0][:MAX_TITLE]


def make_draft(publication: Publication, user, now: datetime) -> Page:
    """Make the page, as a draft. Raises ValidationError where the case may not be published, or has a page already."""
    with transaction.atomic():
        publication = Publication.objects.select_for_update().get(pk=publication.pk)
        if publication.page is not None:
            raise ValidationError(_("There is a page already."))
        if not may_prepare(publication.case):
            raise ValidationError(_("The asker has not agreed to publication."))
        publication.page = _kinds[0].make_draft(publication, user)
        publication.save(update_fields=["page"])
        CaseEvent.objects.create(case=publication.case, at=now, actor=user, what=CaseEvent.What.DRAFT_MADE)
    return publication.page


def draft_of(publication: Publication) -> Page:
    """Return the page as its latest revision has it."""
    return publication.page.specific.get_latest_revision_as_object()


def text_of(page: Page) -> str:
    """Return all of a page that readers read."""
    return next(kind.text_of(page) for kind in _kinds if isinstance(page, kind.model))


def digest_of_text(page: Page) -> str:
    return hashlib.sha256(text_of(page).encode()).hexdigest()


def findings_in(page: Page) -> list[str]:
    """Return what in a page may tell who asked."""
    text = text_of(page)
    return [text[found.start : found.end] for found in find_identifiers(text)]


def sign_off(publication: Publication, digest: str, user, now: datetime) -> None:
    """Sign the text that was compared. Raises ValidationError where it is another one by now."""
    if not hmac.compare_digest(digest, digest_of_text(draft_of(publication))):
        raise ValidationError(_("The text has changed since you compared it. Compare it again."))
    with transaction.atomic():
        publication.signed_digest, publication.signed_by, publication.signed_at = digest, user, now
        publication.save(update_fields=["signed_digest", "signed_by", "signed_at"])
        CaseEvent.objects.create(case=publication.case, at=now, actor=user, what=CaseEvent.What.SIGNED_OFF)


def publishing_errors(page: Page) -> list[ValidationError]:
    """Return why a page made of a case may not be published; nothing for every other page."""
    publication = Publication.objects.filter(page=page.pk).select_related("case").first() if page.pk else None
    if publication is None:
        return []
    if not publication.case.may_be_published:
        return [ValidationError(_("The asker does not agree to publication."), code="no_consent")]
    if publication.case.erased_at:
        # There is nothing left to compare it with.
        return []
    if not publication.signed_digest or publication.signed_digest != digest_of_text(page):
        message = _("Nobody has signed off this text yet: compare it with what was sent, on the desk.")
        return [ValidationError(message, code="not_signed")]
    return []


def _follow_publishing(sender, instance, **kwargs) -> None:
    _follow(instance, is_live=True)


def _follow_unpublishing(sender, instance, **kwargs) -> None:
    _follow(instance, is_live=False)


def _follow(page: Page, *, is_live: bool) -> None:
    case = Case.objects.filter(publication__page=page.pk).first()
    if case is not None:
        note_published(case, is_live)
