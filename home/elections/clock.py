"""What time it is in an election: its phase, its stage, and when any of that changes next."""

from datetime import datetime, time, timedelta

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cms.core.text.formats import VIETNAM


class Stage(models.TextChoices):
    """Where an election stands, seen from the ballot box; independent of the phases an editor writes."""

    BEFORE = "before", _("Before election day")
    DAY = "day", _("Election day")
    AFTER = "after", _("Voting is over")


class ElectionClock:
    """Mixed into Election. Every `now` is an aware moment, the present one when left out; days are Vietnamese days.

    A moment belongs to what begins with it: at exactly 19:00 the phase "until 19:00" is over and the next one is there.
    """

    @property
    def day_begins_at(self) -> datetime:
        return datetime.combine(self.election_day, time.min, VIETNAM)

    @property
    def polling_opens_at(self) -> datetime | None:
        return self._on_the_day(self.polling_opens)

    @property
    def polling_closes_at(self) -> datetime | None:
        return self._on_the_day(self.polling_closes)

    @property
    def voting_ends_at(self) -> datetime:
        """The close of polling, or the end of the day where no hours are stated."""
        return self.polling_closes_at or self.day_begins_at + timedelta(days=1)

    def is_shown(self, now: datetime | None = None) -> bool:
        now = now or timezone.now()
        return not ((self.shown_from and now < self.shown_from) or (self.shown_until and now >= self.shown_until))

    def is_over(self, now: datetime | None = None) -> bool:
        return (now or timezone.now()) >= self.voting_ends_at

    def is_polling_open(self, now: datetime | None = None) -> bool:
        """Whether votes are being cast at this moment; False where no hours are stated."""
        now = now or timezone.now()
        return (
            bool(self.polling_opens and self.polling_closes) and self.polling_opens_at <= now < self.polling_closes_at
        )

    def stage(self, now: datetime | None = None) -> Stage:
        now = now or timezone.now()
        if now < self.day_begins_at:
            return Stage.BEFORE
        return Stage.AFTER if self.is_over(now) else Stage.DAY

    def current_phase(self, now: datetime | None = None):
        """Return the ElectionPhase that `now` is in, or None between and after the phases."""
        now = now or timezone.now()
        return next((phase for phase in self.phases.all() if phase.begins_at <= now < phase.ends_at), None)

    def next_change(self, now: datetime | None = None) -> datetime | None:
        """Return the first moment after `now` at which this election reads differently, or None."""
        now = now or timezone.now()
        return min((moment for moment in self._moments() if moment > now), default=None)

    def _moments(self) -> list[datetime]:
        moments = [self.day_begins_at, self.voting_ends_at]
        moments += [self.polling_opens_at, self.polling_closes_at, self.shown_from, self.shown_until]
        for phase in self.phases.all():
            moments += [phase.begins_at, phase.ends_at]
        return [moment for moment in moments if moment is not None]

    def _on_the_day(self, hour: time | None) -> datetime | None:
        return datetime.combine(self.election_day, hour, VIETNAM) if hour is not None else None
