"""How much a partner asked on a day: two numbers, and nothing of what was asked."""

from datetime import date

from django.db import models
from django.db.models import F
from django.utils.translation import gettext_lazy as _

from cms.partners.models.partner import Partner


class UsageDay(models.Model):
    """Requests of one partner on one day (of the site's own time)."""

    partner = models.ForeignKey(Partner, on_delete=models.CASCADE, related_name="usage_days")
    day = models.DateField(_("day"))
    requests = models.PositiveBigIntegerField(_("requests"), default=0)
    refused = models.PositiveBigIntegerField(_("over quota"), default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["partner", "day"], name="unique_usage_day")]
        ordering = ["-day"]

    def __str__(self) -> str:
        return f"{self.partner} {self.day}"

    @classmethod
    def add(cls, partner_id: int, day: date, requests: int, refused: int) -> None:
        """Count these too."""
        cls.objects.bulk_create([cls(partner_id=partner_id, day=day)], ignore_conflicts=True)
        row = cls.objects.filter(partner_id=partner_id, day=day)
        row.update(requests=F("requests") + requests, refused=F("refused") + refused)

    @classmethod
    def requests_on(cls, partner_id: int, day: date) -> int:
        """Return how many requests of a day are written down."""
        row = cls.objects.filter(partner_id=partner_id, day=day).values_list("requests", flat=True).first()
        return row or 0
