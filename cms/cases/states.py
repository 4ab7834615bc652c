"""The states of a case, and which moves lead from one to another: who may make them, and what they ask for.

New → Accepted → In progress (⇄ More information needed) → Awaiting approval → Answered → Published
Declined, Forwarded and Withdrawn end it.
"""

from dataclasses import dataclass

from django.db import models
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class State(models.TextChoices):
    """Where a case stands."""

    NEW = "new", pgettext_lazy("case", "New")
    ACCEPTED = "accepted", pgettext_lazy("case", "Accepted")
    IN_PROGRESS = "in_progress", pgettext_lazy("case", "In progress")
    MORE_INFO = "more_info", pgettext_lazy("case", "More information needed")
    APPROVAL = "approval", pgettext_lazy("case", "Awaiting approval")
    ANSWERED = "answered", pgettext_lazy("case", "Answered")
    PUBLISHED = "published", pgettext_lazy("case", "Published")
    DECLINED = "declined", pgettext_lazy("case", "Declined")
    FORWARDED = "forwarded", pgettext_lazy("case", "Forwarded")
    WITHDRAWN = "withdrawn", pgettext_lazy("case", "Withdrawn")


WAITING = frozenset({State.NEW, State.ACCEPTED, State.IN_PROGRESS, State.MORE_INFO, State.APPROVAL})
# The clock of the due date stands still while the asker is asked.
ON_THE_CLOCK = WAITING - {State.MORE_INFO}
ENDED = frozenset(State) - WAITING
# What the asker may read an answer in.
TELLING = frozenset({State.ANSWERED, State.PUBLISHED, State.DECLINED, State.FORWARDED})


@dataclass(frozen=True)
class Move:
    """One way from some states to another.

    `text_label` names the text that goes with it ("" for none), `tells_asker` whether the asker reads that text.
    `second_person` is for moves that whoever wrote the answer may not make. `by_system` are never on a button.
    """

    name: str
    label: Promise
    sources: frozenset[State]
    target: State
    permission: str
    text_label: Promise | str = ""
    tells_asker: bool = False
    second_person: bool = False
    by_system: bool = False


MOVES = {
    move.name: move
    for move in (
        Move("accept", _("Accept"), frozenset({State.NEW}), State.ACCEPTED, "change_case"),
        Move("start", _("Begin work"), frozenset({State.ACCEPTED}), State.IN_PROGRESS, "change_case"),
        Move(
            "ask_back",
            _("Ask for more information"),
            frozenset({State.ACCEPTED, State.IN_PROGRESS}),
            State.MORE_INFO,
            "change_case",
            _("What the asker should add"),
            tells_asker=True,
        ),
        Move("resume", _("Go on without it"), frozenset({State.MORE_INFO}), State.IN_PROGRESS, "change_case"),
        Move(
            "submit",
            _("Submit for approval"),
            frozenset({State.IN_PROGRESS}),
            State.APPROVAL,
            "change_case",
            _("Answer, as the asker will read it"),
        ),
        Move(
            "send_back",
            _("Send back"),
            frozenset({State.APPROVAL}),
            State.IN_PROGRESS,
            "approve_case",
            _("What is missing (for colleagues)"),
        ),
        Move(
            "approve",
            _("Approve and answer"),
            frozenset({State.APPROVAL}),
            State.ANSWERED,
            "approve_case",
            second_person=True,
        ),
        Move(
            "forward",
            _("Forward to another body"),
            frozenset({State.NEW, State.ACCEPTED, State.IN_PROGRESS, State.MORE_INFO}),
            State.FORWARDED,
            "change_case",
            _("Which body, and how the asker reaches it"),
            tells_asker=True,
        ),
        Move(
            "decline",
            _("Decline"),
            frozenset({State.NEW, State.ACCEPTED, State.IN_PROGRESS, State.MORE_INFO}),
            State.DECLINED,
            "change_case",
            _("Why, as the asker will read it"),
            tells_asker=True,
        ),
        Move("published", _("Published"), frozenset({State.ANSWERED}), State.PUBLISHED, "", by_system=True),
        Move("unpublished", _("No longer published"), frozenset({State.PUBLISHED}), State.ANSWERED, "", by_system=True),
        Move("added", _("Information added"), frozenset({State.MORE_INFO}), State.IN_PROGRESS, "", by_system=True),
        Move("withdraw", _("Withdrawn by the asker"), WAITING, State.WITHDRAWN, "change_case"),
    )
}
