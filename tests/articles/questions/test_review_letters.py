"""When an answer's law changes, those who may set it right are written to, once, in the language of their admin."""

from unittest import mock

import pytest
from django.contrib.auth import get_user_model
from django.core import mail
from wagtail.users.models import UserProfile

from articles.questions.review_letters import send_review_letters
from cms.mail.models import OutgoingMail
from cms.mail.queue import MailQueue
from tests.articles.content import add_law_document, add_library, add_question, add_question_index
from tests.articles.questions.test_answer_review import DAY, ENDS, clock

__all__ = ["clock"]


@pytest.fixture
def people():
    """Return two who may change everything, of whom one reads English, and one who may nothing."""
    users = get_user_model().objects
    adviser = users.create_superuser("adviser", "adviser@example.org", "x")
    colleague = users.create_superuser("colleague", "colleague@example.org", "x")
    UserProfile.objects.create(user=colleague, preferred_language="en")
    users.create_user("guest", "guest@example.org", "x")
    return adviser, colleague


def test_each_is_written_to_once_for_each_change_whenever_the_worker_dies(site, clock, people, settings):
    settings.EMAIL_BACKEND = "cms.mail.backend.QueueBackend"
    law = add_law_document(add_library(site.home), expiry_date=ENDS)
    index = add_question_index(site.home)
    for number in range(2):
        add_question(index, title=f"Hỏi {number}", basis=[law], answer_date=ENDS - 30 * DAY)
    assert send_review_letters() == 0

    clock(ENDS)
    with (
        mock.patch("articles.questions.review_letters._note", side_effect=KeyboardInterrupt),
        pytest.raises(KeyboardInterrupt),
    ):
        send_review_letters()
    assert not OutgoingMail.objects.exists()
    assert send_review_letters() == 2
    assert mail.outbox == [] and MailQueue().tick() == 2
    letters = {letter.to[0]: letter for letter in mail.outbox}
    assert set(letters) == {"adviser@example.org", "colleague@example.org"}
    english = letters["colleague@example.org"]
    assert english.subject == "The law behind 2 answers has changed"
    assert "Hỏi 0" in english.body and law.number in english.body and "/reports/answers/" in english.body
    assert "Công đoàn Quảng Ninh" in letters["adviser@example.org"].body and "Federation" in english.body

    assert send_review_letters() == 0
    assert not OutgoingMail.objects.waiting().exists()
