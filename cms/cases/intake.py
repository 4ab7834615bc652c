"""Taking a case in: case, consents, files, history and letters in one transaction, or none of them."""

import hashlib
import hmac
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from django.conf import settings
from django.db import IntegrityError, transaction

from cms.cases.configurations import CONFIGURATIONS, Kind, Purpose
from cms.cases.letters import tell_asker, tell_staff
from cms.cases.models import Attachment, Case, CaseEvent, Consent, ConsentNotice
from cms.cases.models.holiday import days_off
from cms.cases.tracking_code import digest_of, make_code
from cms.cases.uploads import Upload
from cms.cases.working_days import due_date

SAME_WITHIN = timedelta(days=1)


class DuplicateError(Exception):
    """The same was sent a short while ago, from another form."""


@dataclass(frozen=True)
class Sent:
    """What somebody sent, already checked. `values` are fields of Case."""

    kind: Kind
    language: str
    values: dict
    purposes: list[Purpose]
    notice: ConsentNotice
    uploads: list[Upload] = field(default_factory=list)

    @property
    def content(self) -> str:
        """What makes it the same as another: words and contact, however they are spaced and capitalised."""
        parts = (self.kind, self.values["text"], self.values.get("email", ""), self.values.get("phone", ""))
        return "\0".join(" ".join(part.casefold().split()) for part in parts)


def receive(sent: Sent, token: str, now: datetime) -> tuple[Case, str]:
    """Return the case and its tracking code. The same form sent twice gives the case it gave before.

    Raises DuplicateError where another form sent the same a day ago at most.
    """
    code = make_code(token, sent.content)
    known = Case.objects.filter(code_digest=digest_of(code)).first()
    if known is not None:
        return known, code
    content_digest = hmac.digest(settings.SECRET_KEY.encode(), sent.content.encode(), hashlib.sha256).hex()
    if Case.objects.filter(content_digest=content_digest, received_at__gte=now - SAME_WITHIN).exists():
        raise DuplicateError
    try:
        with transaction.atomic():
            return _store(sent, code, content_digest, now), code
    except IntegrityError:
        # Two of a double click at the same moment: the other was first.
        return Case.objects.get(code_digest=digest_of(code)), code


def _store(sent: Sent, code: str, content_digest: str, now: datetime) -> Case:
    case = Case.objects.create(
        kind=sent.kind,
        language=sent.language,
        code_digest=digest_of(code),
        content_digest=content_digest,
        received_at=now,
        due_on=due_date(now, CONFIGURATIONS[sent.kind].working_days, days_off()),
        **sent.values,
    )
    Consent.objects.bulk_create(
        Consent(case=case, notice=sent.notice, purpose=purpose, given_at=now) for purpose in sent.purposes
    )
    CaseEvent.objects.create(case=case, at=now, what=CaseEvent.What.RECEIVED, state=case.state)
    tell_asker(case, "received", now, code=code)
    tell_staff(case, "received", now)
    # Last: what is rolled back before leaves no file behind.
    attach(case, sent.uploads, now)
    return case


def attach(case: Case, uploads: list[Upload], now: datetime) -> None:
    """Store files with a case."""
    for upload in uploads:
        attachment = Attachment(
            case=case,
            name=upload.name,
            content_type=upload.content_type,
            size=upload.size,
            sha256=upload.sha256,
            added_at=now,
        )
        attachment.file.save(upload.name, upload.file, save=False)
        attachment.save()
