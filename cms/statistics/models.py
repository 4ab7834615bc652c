"""What is kept of visits: numbers a day, and for ten minutes what keeps a replay from counting twice."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Subject(models.TextChoices):
    """What a number counts; `key` is that of the rows about it."""

    # key "": all views of a language
    VIEWS = "views", pgettext_lazy("visits", "Views")
    # key: the page's path
    PAGE = "page", _("Pages")
    # key: uuid of the page below home that a page is in or is
    SECTION = "section", _("Sections")
    # key: host, or MORE_HOSTS
    REFERRER = "referrer", _("Referrers")
    # key "": views of results of the search
    SEARCH = "search", _("Searches")
    # key: the file's path
    DOWNLOAD = "download", _("Downloads")
    # key: name of the endpoint
    API = "api", _("API")


class DayCount(models.Model):
    """One number of one day (in Vietnam's time). Nothing of anybody: see the page on the method."""

    day = models.DateField(_("day"))
    subject = models.CharField(pgettext_lazy("visits", "subject"), max_length=10, choices=Subject)
    key = models.CharField(max_length=255, blank=True)
    locale = models.CharField(_("language"), max_length=20, blank=True)
    count = models.PositiveBigIntegerField(_("times"), default=0)

    class Meta:
        verbose_name = _("visits")
        verbose_name_plural = _("visits")
        constraints = [models.UniqueConstraint(fields=["subject", "day", "key", "locale"], name="unique_day_count")]

    def __str__(self) -> str:
        return f"{self.day} {self.subject} {self.key} {self.locale}: {self.count}"


class MinuteCount(models.Model):
    """Views of one minute (minutes since 1970), for the number of those online now; forgotten within the hour."""

    minute = models.PositiveBigIntegerField(primary_key=True)
    count = models.PositiveBigIntegerField(default=0)

    def __str__(self) -> str:
        return f"{self.minute}: {self.count}"


class SeenView(models.Model):
    """That a view was counted: a keyed digest of the random number its page drew for it, forgotten in ten minutes.

    It says neither what was viewed nor by whom, and two views of one person have nothing in common.
    """

    digest = models.BigIntegerField(primary_key=True)
    minute = models.PositiveBigIntegerField(db_index=True)

    def __str__(self) -> str:
        return str(self.digest)


class CountedJournal(models.Model):
    """That a journal's counts are in the database: a killed process may not have come to deleting its file."""

    name = models.CharField(max_length=40, primary_key=True)
    counted_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.name


class Snapshot(models.Model):
    """The one row with the public numbers as pages show them, see cms.statistics.snapshot."""

    PK = 1

    online = models.PositiveBigIntegerField(default=0)
    today = models.PositiveBigIntegerField(default=0)
    month = models.PositiveBigIntegerField(default=0)
    total = models.PositiveBigIntegerField(default=0)
    taken_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.taken_at}: {self.total}"
