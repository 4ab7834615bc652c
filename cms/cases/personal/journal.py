"""Erasures of cases and withdrawn consents in the journal that outlives the database, and how they are done again."""

from datetime import datetime

from django.utils import timezone

from cms.cases.configurations import Purpose
from cms.cases.models import Case, Consent
from cms.cases.personal.erasure import CASE_ERASED, erase
from cms.cases.personal.wishes import CONSENT_WITHDRAWN, withdraw_publication
from cms.core import erasures
from cms.core.erasures import key_of


def register() -> None:
    erasures.register(CASE_ERASED, _erase_again, _erased)
    erasures.register(CONSENT_WITHDRAWN, _withdraw_again, _withdrawn)


def _find(key: str) -> Case | None:
    pk, _at, received_at = key.partition("@")
    return Case.objects.filter(pk=pk, received_at=datetime.fromisoformat(received_at)).first()


def _erase_again(key: str) -> bool:
    case = _find(key)
    if case is None or case.erased_at is not None:
        return False
    now = timezone.now()
    # Who wished it was told so the first time.
    case.data_requests.filter(done_at=None).update(done_at=now)
    erase(case, now)
    return True


def _withdraw_again(key: str) -> bool:
    case = _find(key)
    if case is None or not case.may_be_published:
        return False
    withdraw_publication(case, timezone.now())
    return True


def _erased():
    return (key_of(*row) for row in Case.objects.exclude(erased_at=None).values_list("pk", "received_at"))


def _withdrawn():
    taken_back = Consent.objects.filter(purpose=Purpose.PUBLISH).exclude(withdrawn_at=None)
    return (key_of(*row) for row in taken_back.values_list("case_id", "case__received_at"))
