"""A mail that has to go out: a row until it is sent, with a lease, so that no worker's death loses or doubles it."""

import secrets
from datetime import datetime, timedelta

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

# Longer than a mail server may take (EMAIL_TIMEOUT for each step); after it another worker tries.
LEASE = timedelta(minutes=3)


class OutgoingMailQuerySet(models.QuerySet):
    """Sentences about mails."""

    def waiting(self):
        return self.filter(state=OutgoingMail.State.WAITING)

    def due(self, now: datetime):
        """Those to be tried now and by nobody yet, the oldest first."""
        is_free = Q(leased_until=None) | Q(leased_until__lte=now)
        return self.waiting().filter(is_free, next_attempt_at__lte=now).order_by("next_attempt_at", "pk")


class OutgoingMail(models.Model):
    """`to` is one address a line. Whatever is personal in it is cleared as soon as it is sent or given up."""

    class State(models.TextChoices):
        WAITING = "waiting", _("waiting")
        SENT = "sent", _("sent")
        FAILED = "failed", _("given up")

    # What keeps an account of its mails, in a word of its own: "case 12". Empty: nothing is kept of it in the end.
    account = models.CharField(max_length=40, blank=True, db_default="")
    # What it says, in a word of whoever orders it: "asker:received".
    about = models.CharField(max_length=30)
    to = models.TextField(blank=True)
    subject = models.CharField(max_length=200, blank=True)
    body = models.TextField(blank=True)
    state = models.CharField(_("state"), max_length=10, choices=State, default=State.WAITING)
    created_at = models.DateTimeField()
    finished_at = models.DateTimeField(null=True, blank=True)
    attempts_made = models.PositiveSmallIntegerField(default=0)
    next_attempt_at = models.DateTimeField(null=True, blank=True)
    lease = models.CharField(max_length=16, blank=True)
    leased_until = models.DateTimeField(null=True, blank=True)

    objects = OutgoingMailQuerySet.as_manager()
    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("mail")
        verbose_name_plural = _("mails")
        default_permissions = ()
        ordering = ["created_at", "pk"]
        # Its name of the time when the desk alone wrote letters.
        db_table = "cases_outgoingmail"
        indexes = [
            models.Index(fields=["next_attempt_at"], condition=Q(state="waiting"), name="case_mail_due"),
            models.Index(fields=["account"], condition=~Q(account=""), name="mail_account"),
        ]

    def __str__(self) -> str:
        return f"{self.account} {self.about}".strip()

    def take(self, now: datetime) -> bool:
        """Take the right to send it; return whether it is ours. The attempt counts from here."""
        lease = secrets.token_hex(8)
        free = OutgoingMail.objects.due(now).filter(pk=self.pk)
        taken = free.order_by().update(lease=lease, leased_until=now + LEASE, attempts_made=F("attempts_made") + 1)
        if taken:
            self.refresh_from_db()
        return bool(taken) and self.lease == lease

    def finish(self, state: str, now: datetime) -> None:
        """Note how it ended, and forget what it said; what is on nobody's account altogether."""
        if not self.account:
            self.delete()
            return
        self.state, self.finished_at, self.next_attempt_at, self.leased_until = state, now, None, None
        self.to = self.subject = self.body = ""
        self.save()
