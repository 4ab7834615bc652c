"""Whether a legal document holds on a given day: the words for it, and the days it is asked by."""

from dataclasses import dataclass
from datetime import date, datetime, time

from django.db import models
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
