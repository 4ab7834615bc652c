"""Sending what waits: one mail after another, each under its lease, again later where the mail server is away."""

import logging
import time
from collections.abc import Callable
from datetime import timedelta

from django.utils import timezone

from cms.mail.models import OutgoingMail
from cms.mail.server import message_of

logger = logging.getLogger(__name__)

# How long after each failed attempt the next one follows; after the last the mail is given up.
DELAYS = tuple(timedelta(minutes=minutes) for minutes in (1, 5, 15, 60, 180, 720, 1440, 2880))
# Other jobs of the clock wait no longer than this, and what a server that is away takes to say so.
STRETCH_SECONDS = 10
REST = timedelta(minutes=1)


class MailQueue:
    """`tick` is called by the worker's clock. A server that is away is left alone for a minute, whatever waits."""

    def __init__(self):
        self.resting_until = None

    def tick(self, is_stopping: Callable[[], bool] = lambda: False) -> int:
        """Send what is due; return how many went out."""
        now = timezone.now()
        if self.resting_until is not None and now < self.resting_until:
            return 0
        began, sent = time.monotonic(), 0
        for mail in OutgoingMail.objects.due(now)[:100]:
            if is_stopping() or time.monotonic() - began > STRETCH_SECONDS:
                break
            if not mail.take(timezone.now()):
                continue
            if not send(mail):
                self.resting_until = timezone.now() + REST
                break
            sent += 1
        return sent


def send(mail: OutgoingMail) -> bool:
    """Send a mail that was taken, and write down how it went; return False where the server is to be left alone.

    The log names the row, never an address: smtplib's errors do, so they are not logged with their text.
    """
    now = timezone.now()
    try:
        message_of(mail).send()
    except (OSError, ValueError) as error:  # smtplib's errors are OSErrors; an address may be none to a mail server
        if mail.attempts_made > len(DELAYS):
            logger.error("Mail %s is given up: %s", mail.pk, type(error).__name__)
            mail.finish(OutgoingMail.State.FAILED, now)
        else:
            logger.warning("Mail %s could not be sent: %s, again later", mail.pk, type(error).__name__)
            mail.leased_until, mail.next_attempt_at = None, now + DELAYS[mail.attempts_made - 1]
            mail.save(update_fields=["leased_until", "next_attempt_at"])
        return _is_about_address(error)
    mail.finish(OutgoingMail.State.SENT, now)
    return True


def _is_about_address(error: Exception) -> bool:
    """Whether the server is there and only refuses this mail: then the next one may go."""
    return isinstance(error, ValueError) or type(error).__name__ in ("SMTPRecipientsRefused", "SMTPDataError")


queue = MailQueue()
