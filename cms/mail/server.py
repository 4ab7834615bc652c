"""The mail server, and the id under which a letter is handed to it: the same however often it is tried."""

from email.utils import parseaddr

from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.core.mail.backends.base import BaseEmailBackend

from cms.mail.models import OutgoingMail


def connection() -> BaseEmailBackend:
    return get_connection(settings.MAIL_SERVER_BACKEND)


def message_of(mail: OutgoingMail) -> EmailMessage:
    """Return what is handed over.

    A server that dies between taking a letter and saying so gets it again; by its id (RFC 5322, 3.6.4) it is known to
    be the same. `Auto-Submitted` (RFC 3834) keeps answering machines from answering.
    """
    headers = {"Message-ID": message_id(mail), "Auto-Submitted": "auto-generated"}
    return EmailMessage(mail.subject, mail.body, to=mail.to.split("\n"), connection=connection(), headers=headers)


def message_id(mail: OutgoingMail) -> str:
    # Numbers of rows are given again in a restored database: the moment is not.
    host = parseaddr(settings.DEFAULT_FROM_EMAIL)[1].rpartition("@")[2] or "localhost"
    return f"<{mail.pk}.{mail.created_at:%Y%m%d%H%M%S%f}@{host}>"
