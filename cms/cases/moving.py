"""Moving a case: the one door through which its state changes, with history, mail and the clock in one transaction."""

from datetime import date, datetime

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from cms.cases.letters import tell_asker, tell_staff
from cms.cases.models import Case, CaseEvent, CaseMessage
from cms.cases.models.holiday import days_off
from cms.cases.states import ENDED, MOVES, WAITING, Move
from cms.cases.working_days import later, working_days_between
from cms.core.text.formats import VIETNAM


def moves_for(case: Case, user) -> list[Move]:
    """Return the moves this user may make now, in their order."""
    return [move for move in MOVES.values() if not move.by_system and _may(case, move, user)]


def _may(case: Case, move: Move, user) -> bool:
    return (
        case.state in move.sources
        and user.has_perm(f"cases.{move.permission}")
        and not (move.second_person and case.answer_by_id in (None, user.pk))
    )


def make_move(case: Case, name: str, user=None, text: str = "", now: datetime | None = None) -> Case:
    """Move a case and return it as it is then; `user` is None for the asker and the system.

    Raises ValidationError where the case is elsewhere by now or a text is missing, PermissionDenied where the user
    may not.
    """
    move, now, text = MOVES[name], now or timezone.now(), text.strip()
    if move.text_label and not text:
        raise ValidationError(_("Write the text that goes with it."), code="required")
    with transaction.atomic():
        case = Case.objects.select_for_update().get(pk=case.pk)
        if case.state not in move.sources:
            raise ValidationError(_("Somebody has moved this case meanwhile. Load the page again."), code="moved")
        if user is not None and (move.by_system or not _may(case, move, user)):
            raise PermissionDenied
        _change(case, move, user, text, now)
        case.save()
        is_for_both = move.tells_asker and text
        if is_for_both:
            CaseMessage.objects.create(case=case, is_from_asker=False, at=now, text=text)
        CaseEvent.objects.create(
            case=case,
            at=now,
            actor=user,
            what=CaseEvent.What.MOVED,
            move=name,
            state=case.state,
            text="" if is_for_both or name == "submit" else text,
        )
        tell_asker(case, name, now)
        if name in ("submit", "added"):
            tell_staff(case, name, now)
    return case


def _change(case: Case, move: Move, user, text: str, now: datetime) -> None:
    was_waiting = case.state in WAITING
    case.state = move.target
    if move.name in ("accept", "start") and user is not None and case.assignee is None:
        case.assignee = user
    if move.name == "submit":
        case.answer, case.answer_by = text, user
    if move.name == "approve":
        case.approved_by, case.answered_at = user, now
    if move.name in ("resume", "added"):
        case.due_on = _due_after_waiting(case, now)
    if was_waiting and case.state in ENDED:
        case.end(now)


def _due_after_waiting(case: Case, now: datetime) -> date:
    """Return the due date later by the working days that the asker was waited for."""
    asked = case.events.filter(move="ask_back").latest("at").at
    off = days_off()
    waited = working_days_between(asked.astimezone(VIETNAM).date(), now.astimezone(VIETNAM).date(), off)
    return later(case.due_on, waited, off)


def withdraw(case: Case, now: datetime | None = None) -> Case:
    """End a case because its asker wants it no more; what has ended already stays as it ended."""
    if case.state not in MOVES["withdraw"].sources:
        return case
    return make_move(case, "withdraw", now=now)


def note_published(case: Case, is_live: bool, now: datetime | None = None) -> Case:
    """Follow the page made of a case: published, or taken down again."""
    name = "published" if is_live else "unpublished"
    return make_move(case, name, now=now) if case.state in MOVES[name].sources else case
