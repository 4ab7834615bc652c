"""The rules of an election's schedule: nothing ends before it begins, and phases do not overlap."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from itertools import pairwise

from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from cms.core.text.formats import long_date

Span = tuple[str, datetime, datetime]


def find_schedule_errors(election) -> dict[str, ValidationError]:
    """Return, by field, what is wrong with an election's own times."""
    errors = {}
    if election.shown_from and election.shown_until and election.shown_until <= election.shown_from:
        errors["shown_until"] = ValidationError(_("This must be later than “shown from”."), code="reversed")
    if bool(election.polling_opens) != bool(election.polling_closes):
        name = "polling_closes" if election.polling_opens else "polling_opens"
        errors[name] = ValidationError(_("State both polling hours, or neither."), code="incomplete")
    elif election.polling_opens and election.polling_closes <= election.polling_opens:
        errors["polling_closes"] = ValidationError(_("Polling must close later than it opens."), code="reversed")
    return errors


def find_phase_errors(phases: Sequence[Span]) -> Iterator[tuple[int, str, ValidationError]]:
    """Give (index of the phase, field, error) for each phase that is reversed or begins before another has ended.

    A phase is (label, from, until); the language of the message is the active one.
    """
    for index, (_label, begins_at, ends_at) in enumerate(phases):
        if ends_at <= begins_at:
            yield index, "ends_at", ValidationError(_("A phase must end later than it begins."), code="reversed")
    in_order = sorted(range(len(phases)), key=lambda index: phases[index][1])
    for earlier, later in pairwise(in_order):
        label, _begins_at, ends_at = phases[earlier]
        if phases[later][1] < ends_at:
            message = _("This phase begins before “%(label)s” has ended (%(until)s).")
            params = {"label": label, "until": long_date(ends_at, get_language() or settings.LANGUAGE_CODE)}
            yield later, "begins_at", ValidationError(message, code="overlap", params=params)
