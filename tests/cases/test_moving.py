"""States and moves: who may make them, in which order, and what the asker is told."""

from datetime import date, datetime, timedelta
from smtplib import SMTPServerDisconnected

import pytest
from django.core import mail
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.mail import EmailMessage
from django.utils import timezone

from cms.cases.models import Case
from cms.cases.moving import make_move, moves_for
from cms.cases.states import MOVES, State
from cms.mail import queue as queues
from cms.mail.models import OutgoingMail
from cms.mail.queue import MailQueue
from tests.cases.content import adviser, leader, make_person, send, send_question, support_form

pytestmark = pytest.mark.django_db


def names(case, user):
    return {move.name for move in moves_for(case, user)}


def test_a_question_goes_from_new_to_answered_and_each_step_is_written_in_the_askers_language(site):
    writer, boss = adviser(), leader()
    case, _code = send_question()
    assert names(case, writer) == {"accept", "forward", "decline", "withdraw"}
    assert names(case, boss) == set()
    case = make_move(case, "accept", writer)
    assert case.assignee == writer
    case = make_move(case, "start", writer)
    case = make_move(case, "ask_back", writer, "Hợp đồng ký năm nào?")
    case = make_move(case, "added")
    case = make_move(case, "submit", writer, "Không quá 30%.")
    assert names(case, writer) == {"withdraw"} and names(case, boss) == {"send_back", "approve"}
    case = make_move(case, "send_back", boss, "Thêm căn cứ.")
    case = make_move(case, "submit", writer, "Không quá 30%, Điều 102.")
    case = make_move(case, "approve", boss)
    assert (case.state, case.answer, case.approved_by) == (State.ANSWERED, "Không quá 30%, Điều 102.", boss)
    assert case.retain_until == timezone.localdate() + timedelta(days=730)
    history = list(case.events.values_list("move", "actor__username"))
    assert history[1] == ("accept", "tu-van") and history[-1] == ("approve", "lanh-dao") and len(history) == 9
    letters = OutgoingMail.objects.filter(about__startswith="asker:")
    assert [letter.about for letter in letters] == [
        f"asker:{about}" for about in ("received", "accept", "start", "ask_back", "submit", "submit", "approve")
    ]
    assert not any("30%" in letter.body or "năm nào" in letter.body for letter in OutgoingMail.objects.all())


def test_the_days_the_asker_was_waited_for_do_not_count(site):
    writer, (case, _code) = adviser(), send_question()
    monday = timezone.make_aware(datetime(2026, 3, 2, 9))
    Case.objects.update(received_at=monday, due_on=date(2026, 3, 16))
    case = make_move(Case.objects.get(), "accept", writer, now=monday)
    case = make_move(case, "ask_back", writer, "Thêm?", now=monday)
    case = make_move(case, "added", now=monday + timedelta(days=4))
    assert case.due_on == date(2026, 3, 20)


def test_nobody_approves_an_answer_of_his_own(site):
    both = make_person("mot-minh", "view_case", "change_case", "approve_case")
    case, _code = send_question()
    for name in ("accept", "start"):
        case = make_move(case, name, both)
    case = make_move(case, "submit", both, "Trả lời.")
    assert "approve" not in names(case, both)
    with pytest.raises(PermissionDenied):
        make_move(case, "approve", both)


def test_moves_out_of_turn_without_their_text_or_without_the_right_are_refused(site):
    writer, reader = adviser(), make_person("chi-xem", "view_case")
    case, _code = send_question()
    for name in ("start", "submit", "approve", "published", "added"):
        with pytest.raises((ValidationError, PermissionDenied)):
            make_move(case, name, writer, "văn bản")
    with pytest.raises(ValidationError):
        make_move(case, "decline", writer, "  ")
    for name in MOVES:
        with pytest.raises((PermissionDenied, ValidationError)):
            make_move(case, name, reader, "văn bản")
    stale = Case.objects.get()
    make_move(case, "accept", writer)
    with pytest.raises(ValidationError):
        make_move(stale, "accept", writer)
    assert Case.objects.get().state == State.ACCEPTED


def test_a_mail_server_that_is_away_loses_nothing_and_doubles_nothing(site, monkeypatch, caplog):
    send_question()
    send(support_form(email="khac@example.vn"), "request_en")

    def gone_with(self):
        raise SMTPServerDisconnected(f"gone: {self.to}")

    queue, now = MailQueue(), timezone.now()
    with monkeypatch.context() as gone:
        gone.setattr(EmailMessage, "send", gone_with)
        assert queue.tick() == 0
        assert queue.tick() == 0, "it is left alone for a while"
    assert OutgoingMail.objects.waiting().count() == 2 and "@" not in caplog.text
    monkeypatch.setattr(queues.timezone, "now", lambda: now + timedelta(minutes=2))
    assert queue.tick() == 2 and queue.tick() == 0
    assert sorted(letter.to[0] for letter in mail.outbox) == ["khac@example.vn", "nguoi.hoi@example.vn"]
    assert {letter.to[0]: letter.subject for letter in mail.outbox}["khac@example.vn"] == (
        "We have received your request"
    )
    sent = OutgoingMail.objects.order_by().values_list("state", "to", "subject", "body").distinct()
    assert list(sent) == [("sent", "", "", "")]


def test_a_mail_in_another_workers_hands_is_left_to_it_until_its_lease_ends(site):
    send_question()
    first, now = OutgoingMail.objects.get(), timezone.now()
    second = OutgoingMail.objects.get()
    assert first.take(now) and not second.take(now)
    assert second.take(now + timedelta(minutes=4))


def test_overdue_is_what_is_late_and_waits_for_us(site):
    writer, boss = adviser(), leader()
    case, _code = send_question()
    Case.objects.update(due_on=timezone.localdate() - timedelta(days=1))
    assert list(Case.objects.overdue()) == [case]
    case = make_move(Case.objects.get(), "accept", writer)
    case = make_move(case, "ask_back", writer, "Thêm?")
    assert not Case.objects.overdue().exists()
    case = make_move(case, "resume", writer)
    assert case.is_overdue
    case = make_move(case, "submit", writer, "Trả lời.")
    make_move(case, "approve", boss)
    assert not Case.objects.overdue().exists()
