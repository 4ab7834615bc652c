"""Erasing what is personal in a case; the row stays, so that figures stay true. And what is due for it."""

from datetime import datetime, timedelta

from django.db import transaction

from cms.cases.letters import letters_about, tell_asker
from cms.cases.models import Case, CaseEvent, DataRequest, ErasureReport
from cms.cases.states import State
from cms.core import erasures
from cms.core.text.formats import VIETNAM

# In the journal that no loss of the database takes along, see journal.
CASE_ERASED = "case"
# What staff see coming.
AHEAD = timedelta(days=14)


def erase(case: Case, now: datetime, user=None) -> Case:
    """Erase text, contact, answer, files, messages, notes, mails and code; files last, once all else is.

    That somebody agreed, when and to which notice stays: without a name it is nobody's, and the page goes by it.

    An asker who wished it is told, by the last letter there is.
    """
    with transaction.atomic():
        case = Case.objects.select_for_update().get(pk=case.pk)
        wished = case.data_requests.filter(wish=DataRequest.Wish.ERASE, done_at=None).exists()
        letters_about(case).delete()
        if wished:
            tell_asker(case, "erased", now)
        files = [(attachment.file.storage, attachment.file.name) for attachment in case.attachments.all()]
        case.attachments.all().delete()
        case.messages.all().delete()
        case.events.exclude(text="").update(text="")
        if case.is_waiting:
            case.state = State.WITHDRAWN
            case.end(now)
        case.text = case.name = case.email = case.phone = case.union = case.answer = case.content_digest = ""
        case.code_digest, case.erased_at = None, now
        case.save()
        case.data_requests.filter(done_at=None).update(done_at=now, done_by=user)
        # The published page is a text of its own, which tells nothing of the asker: it stays.
        publication = getattr(case, "publication", None)
        if publication is not None:
            publication.title = publication.question = publication.answer = ""
            publication.save(update_fields=["title", "question", "answer"])
        CaseEvent.objects.create(case=case, at=now, actor=user, what=CaseEvent.What.ERASED)
        transaction.on_commit(lambda: [storage.delete(name) for storage, name in files])
        erasures.note(CASE_ERASED, erasures.key_of(case.pk, case.received_at))
    return case


def due_for_erasure(now: datetime, ahead: timedelta = timedelta()):
    """Return the cases whose time is up, or will be within `ahead`."""
    return Case.objects.to_be_erased((now + ahead).astimezone(VIETNAM).date())


def erase_due(now: datetime) -> ErasureReport | None:
    """Erase what is due, each case for itself, and write the report; None where nothing was due."""
    numbers = [erase(case, now).pk for case in due_for_erasure(now)]
    return ErasureReport.objects.create(at=now, numbers=numbers) if numbers else None
