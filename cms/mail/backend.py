"""Where all that Django and Wagtail send goes: rows that the worker sends, so that no request waits for a server.

A notice to editors, a link for a new password: what is sent in a transaction is sent if that ends well, once, and again
later while the mail server is away.
"""

from django.core.mail import EmailMessage
from django.core.mail.backends.base import BaseEmailBackend
from django.utils import timezone

from cms.mail.models import OutgoingMail
from cms.mail.server import connection

ABOUT = "notice"


class QueueBackend(BaseEmailBackend):
    """The EMAIL_BACKEND of the project. What is more than plain text to some people is sent at once: nobody does so."""

    def send_messages(self, email_messages) -> int:
        plain = [message for message in email_messages if _is_plain(message)]
        others = [message for message in email_messages if not _is_plain(message)]
        now = timezone.now()
        OutgoingMail.objects.bulk_create(
            OutgoingMail(
                about=ABOUT,
                to="\n".join(message.to),
                # A header of several lines is an attack or a slip.
                subject=" ".join(str(message.subject).split())[:200],
                body=message.body,
                created_at=now,
                next_attempt_at=now,
            )
            for message in plain
        )
        return len(plain) + (connection().send_messages(others) or 0 if others else 0)


def _is_plain(message: EmailMessage) -> bool:
    more = (message.cc, message.bcc, message.reply_to, message.attachments, getattr(message, "alternatives", ()))
    return bool(message.to) and not any(more)
