"""What Django and Wagtail send waits in a row, so that no request waits for a mail server; the worker sends it."""

from smtplib import SMTPServerDisconnected
from unittest import mock

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.core import mail
from django.core.mail import EmailMessage, send_mail
from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from cms.mail.models import OutgoingMail
from cms.mail.queue import MailQueue
from tests.factories import add_article, add_stream

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def as_in_production(settings):
    settings.EMAIL_BACKEND = "cms.mail.backend.QueueBackend"
    settings.DEFAULT_FROM_EMAIL = "Công đoàn <trang@example.vn>"


def test_what_is_sent_waits_for_the_worker_and_nothing_of_it_is_kept():
    assert send_mail("Chào\nbạn", "Một lá thư.", None, ["hoa@example.vn", "lan@example.vn"]) == 1
    assert mail.outbox == []
    assert MailQueue().tick() == 1 and not OutgoingMail.objects.exists()
    (letter,) = mail.outbox
    assert (letter.to, letter.subject) == (["hoa@example.vn", "lan@example.vn"], "Chào bạn")
    assert letter.body == "Một lá thư." and letter.extra_headers["Auto-Submitted"] == "auto-generated"


def test_what_is_sent_in_a_transaction_that_fails_is_not_sent():
    with pytest.raises(RuntimeError), transaction.atomic():
        send_mail("a", "b", None, ["hoa@example.vn"])
        raise RuntimeError
    assert MailQueue().tick() == 0


def test_a_letter_that_is_tried_again_has_the_same_id_and_another_another():
    for name in ("hoa", "lan"):
        send_mail("a", "b", None, [f"{name}@example.vn"])
    ids = []

    def dies_after(message):
        ids.append(message.message()["Message-ID"])
        raise SMTPServerDisconnected

    with mock.patch.object(EmailMessage, "send", dies_after):
        assert MailQueue().tick() == 0
    OutgoingMail.objects.update(next_attempt_at=timezone.now())
    assert MailQueue().tick() == 2
    sent = {letter.to[0]: letter.message()["Message-ID"] for letter in mail.outbox}
    assert ids == [sent["hoa@example.vn"]] != [sent["lan@example.vn"]]
    assert sent["lan@example.vn"].endswith("@example.vn>")


def test_more_than_plain_text_is_sent_as_it_is():
    message = EmailMessage("a", "b", to=["hoa@example.vn"])
    message.attach("a.txt", "c", "text/plain")
    assert message.send() == 1 == len(mail.outbox)


def test_a_notice_of_the_admin_keeps_nobody_waiting(site, client, admin_user):
    colleague = get_user_model().objects.create_user("colleague", "colleague@example.vn", "x")
    colleague.groups.set(Group.objects.all())
    page = add_article(add_stream(site.home))
    with mock.patch("smtplib.SMTP", side_effect=AssertionError("nobody speaks to a server")):
        page.get_workflow().start(page, admin_user)
        answer = client.post(reverse("wagtailadmin_password_reset"), {"email": colleague.email})
    assert answer.status_code == 302
    assert [row.to for row in OutgoingMail.objects.all()] == [colleague.email] * 2 and mail.outbox == []
