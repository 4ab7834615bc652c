"""The number of the site's face, and the purges that are still to reach an edge."""

from django.db import connection, models
from django.db.models import F
from django.utils import timezone

# Asked by every answer that is made: without the detour that writes SQL.
_NOW = "SELECT epoch, value, changed_at FROM caching_siteversion WHERE id = %s"


class SiteVersion(models.Model):
    """The one row whose number moves with everything a reader of the HTML may see, delivered or not.

    `sequence` (of `epoch`) is the last number of the delivery sequence whose purges have been ordered.
    """

    PK = 1

    value = models.PositiveBigIntegerField(default=0)
    changed_at = models.DateTimeField(default=timezone.now)
    epoch = models.CharField(max_length=16, blank=True)
    sequence = models.PositiveBigIntegerField(default=0)

    def __str__(self) -> str:
        return str(self.value)

    @classmethod
    def now(cls) -> tuple | None:
        """Return what no other state of the site's face has: (epoch, value, time); None before the first. One query."""
        with connection.cursor() as cursor:
            cursor.execute(_NOW, [cls.PK])
            return cursor.fetchone()

    @classmethod
    def move(cls) -> None:
        """Take the next number. Called last in a transaction: the row is locked from here to the commit."""
        now = timezone.now()
        if not cls.objects.filter(pk=cls.PK).update(value=F("value") + 1, changed_at=now):
            cls.objects.create(pk=cls.PK, value=1, changed_at=now)


class PurgeOrder(models.Model):
    """One tag that one edge must forget, kept until the edge has said so."""

    url = models.CharField(max_length=500)
    tag = models.CharField(max_length=120)
    due_at = models.DateTimeField(db_index=True, help_text="When it may leave, or be tried again.")
    attempts = models.PositiveSmallIntegerField(default=0)

    def __str__(self) -> str:
        return self.tag
