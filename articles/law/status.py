"""Whether a legal document holds on a given day, in Python and in the database by the same rule."""

from dataclasses import dataclass
from datetime import date, datetime, time

from django.db import models
from django.db.models import Case, F, Q, Value, When
from django.utils import timezone
from django.utils.translation import pgettext_lazy

from cms.core.text.formats import VIETNAM


class LawStatus(models.TextChoices):
    """Tình trạng hiệu lực."""

    NOT_YET = "not_yet", pgettext_lazy("status of a legal document", "Not yet in force")
    IN_FORCE = "in_force", pgettext_lazy("status of a legal document", "In force")
    PARTLY_EXPIRED = "partly_expired", pgettext_lazy("status of a legal document", "Partly expired")
    SUSPENDED = "suspended", pgettext_lazy("status of a legal document", "Suspended")
    EXPIRED = "expired", pgettext_lazy("status of a legal document", "Expired")
    UNKNOWN = "unknown", pgettext_lazy("status of a legal document", "Unknown")


def today_in_vietnam() -> date:
    """Return the day by which status is asked; an editor's own time zone changes nothing about the law."""
    return timezone.localdate(timezone=VIETNAM)


def midnight_in_vietnam(day: date) -> datetime:
    """Return the moment a day begins."""
    return datetime.combine(day, time.min, tzinfo=VIETNAM)


@dataclass(frozen=True)
class StatusOnDay:
    """A status as templates and documents show it.

    `since` is the day from which it has held, `until` the first day on which it will be another; None where the dates
    do not say.
    """

    code: str
    since: date | None
    until: date | None

    @property
    def label(self) -> str:
        return str(LawStatus(self.code).label)


@dataclass(frozen=True)
class Validity:
    """What is known of when a document holds. The dates are stronger than the status an editor chose.

    `expires` is the first day without effect ("hết hiệu lực từ ngày"): on the day a new law takes effect, the one it
    replaces is expired.
    """

    chosen: str
    issued: date | None
    effective: date | None
    expires: date | None

    def code_on(self, day: date) -> str:
        """Return the status (a LawStatus value) on a day. `status_expression` is the same rule for the database."""
        start = self.effective or self.issued
        if self.expires and self.expires <= day:
            return LawStatus.EXPIRED
        if start and start > day:
            return LawStatus.NOT_YET
        if (self.chosen == LawStatus.NOT_YET and self.effective) or (self.chosen == LawStatus.EXPIRED and self.expires):
            return LawStatus.IN_FORCE
        return LawStatus(self.chosen)

    def on(self, day: date) -> StatusOnDay:
        code = self.code_on(day)
        since = {LawStatus.EXPIRED: self.expires, LawStatus.IN_FORCE: self.effective}.get(code)
        return StatusOnDay(code=code.value, since=since, until=self.next_change(day))

    def next_change(self, day: date) -> date | None:
        """Return the first day after `day` on which the status is another, None if it stays by itself."""
        now = self.code_on(day)
        dates = sorted(date for date in (self.issued, self.effective, self.expires) if date and date > day)
        return next((date for date in dates if self.code_on(date) != now), None)


def status_expression(day: date) -> Case:
    """Return the database's expression of the status on a day, over a LawDocumentPage."""
    return Case(
        When(expiry_date__lte=day, then=Value(LawStatus.EXPIRED.value)),
        When(effective_date__gt=day, then=Value(LawStatus.NOT_YET.value)),
        When(effective_date__isnull=True, issue_date__gt=day, then=Value(LawStatus.NOT_YET.value)),
        When(
            Q(status=LawStatus.NOT_YET, effective_date__isnull=False)
            | Q(status=LawStatus.EXPIRED, expiry_date__isnull=False),
            then=Value(LawStatus.IN_FORCE.value),
        ),
        default=F("status"),
        output_field=models.CharField(),
    )
