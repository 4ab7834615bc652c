"""The periods of a law document's status, written when it is saved, so that lists and counts are plain SQL."""

from datetime import date

from django.db import models
from django.db.models import OuterRef, Q, Subquery, Value
from django.db.models.functions import Coalesce

from articles.law.law_document_parts import LAW_DOCUMENT
from articles.law.status import LawStatus, StatusOnDay
from articles.law.timeline import Period


class LawStatusPeriod(models.Model):
    """One period of one page: its own and every other language's are the same, for one original says when."""

    document = models.ForeignKey(LAW_DOCUMENT, on_delete=models.CASCADE, related_name="status_periods")
    start = models.DateField()
    until = models.DateField(null=True)
    status = models.CharField(max_length=16, choices=LawStatus)

    class Meta:
        ordering = ["start"]
        indexes = [models.Index(fields=["status", "start"], name="law_period_status")]
        constraints = [models.UniqueConstraint(fields=["document", "start"], name="law_period_of_day")]

    def __str__(self) -> str:
        return f"{self.status} {self.start} – {self.until or ''}"

    def holds_on(self, day: date) -> bool:
        return self.as_period.holds_on(day)

    @property
    def as_period(self) -> Period:
        return Period(self.start, self.until, self.status)

    @property
    def as_status(self) -> StatusOnDay:
        return self.as_period.as_status


def _on(day: date) -> Q:
    return Q(start__lte=day) & (Q(until__isnull=True) | Q(until__gt=day))


def documents_with_status(statuses, day: date):
    """Return the primary keys of documents that have one of these statuses on a day, for use within a query."""
    return LawStatusPeriod.objects.filter(_on(day), status__in=list(statuses)).values("document")


def status_expression(day: date) -> Coalesce:
    """Return the database's expression of the status on a day, over a LawDocumentPage."""
    period = LawStatusPeriod.objects.filter(_on(day), document=OuterRef("pk")).order_by().values("status")[:1]
    return Coalesce(Subquery(period), Value(LawStatus.UNKNOWN.value), output_field=models.CharField())


def write_periods(pages, periods: list[Period]) -> set[int]:
    """Write the periods of pages that are one document in several languages; return the keys of those that changed."""
    known: dict[int, list[Period]] = {page.pk: [] for page in pages}
    for row in LawStatusPeriod.objects.filter(document__in=known):
        known[row.document_id].append(row.as_period)
    changed = {pk for pk, before in known.items() if before != periods}
    LawStatusPeriod.objects.filter(document__in=changed).delete()
    LawStatusPeriod.objects.bulk_create(
        LawStatusPeriod(document_id=pk, start=period.start, until=period.until, status=period.status)
        for pk in sorted(changed)
        for period in periods
    )
    return changed
