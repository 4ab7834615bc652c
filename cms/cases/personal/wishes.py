"""What askers may want with their own data, and what follows at once."""

from datetime import datetime

from django.db import transaction

from cms.cases.configurations import DATA_REQUEST_WORKING_DAYS, Purpose
from cms.cases.letters import tell_staff
from cms.cases.models import Case, CaseEvent, DataRequest
from cms.cases.models.holiday import days_off
from cms.cases.working_days import due_date
from cms.core import erasures

# In the journal that no loss of the database takes along, see journal.
CONSENT_WITHDRAWN = "consent to publish"


def ask_for_data(case: Case, wish: str, now: datetime) -> DataRequest:
    """Note a wish with its clock of two working days, and tell staff; the same wish that is still open is one."""
    with transaction.atomic():
        due_on = due_date(now, DATA_REQUEST_WORKING_DAYS, days_off())
        request, is_new = DataRequest.objects.get_or_create(
            case=case, wish=wish, done_at=None, defaults={"asked_at": now, "due_on": due_on}
        )
        if is_new:
            CaseEvent.objects.create(case=case, at=now, what=CaseEvent.What.DATA_REQUESTED, text=wish)
            tell_staff(case, "data", now, due_on)
    return request


def withdraw_publication(case: Case, now: datetime) -> None:
    """Take back the consent to publish; what is published is taken down at once."""
    taken_back = case.consents.filter(purpose=Purpose.PUBLISH, withdrawn_at=None).update(withdrawn_at=now)
    if not taken_back:
        return
    CaseEvent.objects.create(case=case, at=now, what=CaseEvent.What.CONSENT_WITHDRAWN, text=Purpose.PUBLISH)
    erasures.note(CONSENT_WITHDRAWN, erasures.key_of(case.pk, case.received_at))
    publication = getattr(case, "publication", None)
    if publication is not None and publication.page is not None:
        page = publication.page.specific
        for version in [page, *page.get_translations()]:
            if version.live:
                version.specific.unpublish()
