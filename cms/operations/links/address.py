"""An address of another website that something published names, and what came of asking it last."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

MAX_LENGTH = 2000
# Not there (any more); 401, 403 and 429 are said to programs by sites that people can read.
GONE = (404, 410, 451)


class LinkedAddressQuerySet(models.QuerySet):
    """Sentences about addresses."""

    def broken(self):
        """Return those that did not lead anywhere when they were asked last, and the time before."""
        is_wrong = (
            Q(status__in=GONE) | Q(status__gte=500) | (~Q(problem="") & ~Q(problem=LinkedAddress.Problem.REFUSED))
        )
        return self.filter(is_wrong, failures__gte=2)

    def due(self, checked_before, failed_before):
        """Return what is to be asked again: every so many days, sooner what failed."""
        is_due = Q(checked_at=None) | Q(checked_at__lt=checked_before)
        return self.filter(is_due | Q(failures__gte=1, checked_at__lt=failed_before)).order_by(
            F("checked_at").asc(nulls_first=True), "pk"
        )


class LinkedAddress(models.Model):
    """`status` is the HTTP status of the answer; where there was none, `problem` says why."""

    class Problem(models.TextChoices):
        NAME = "name", _("the website's name is not known")
        CONNECTION = "connection", _("no connection")
        CERTIFICATE = "certificate", _("its certificate is not valid")
        TIMEOUT = "timeout", _("no answer in time")
        PROTOCOL = "protocol", _("no proper answer")
        REFUSED = "refused", _("not asked: not a public https address")

    url = models.CharField(max_length=MAX_LENGTH, unique=True)
    host = models.CharField(max_length=255, db_index=True)
    checked_at = models.DateTimeField(null=True, db_index=True)
    status = models.PositiveSmallIntegerField(null=True)
    problem = models.CharField(max_length=12, blank=True, choices=Problem)
    failures = models.PositiveSmallIntegerField(default=0, help_text="Times in a row that it led nowhere.")

    objects = LinkedAddressQuerySet.as_manager()

    def __str__(self) -> str:
        return self.url

    @property
    def result(self) -> str:
        """What came of it, for editors."""
        return self.get_problem_display() if self.problem else str(self.status or "")


class AddressUse(models.Model):
    """That a published item names an address. `item` is its row in the delivery store."""

    address = models.ForeignKey(LinkedAddress, on_delete=models.CASCADE, related_name="uses")
    item = models.ForeignKey("delivery.DeliveredItem", on_delete=models.CASCADE, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["address", "item"], name="one_use_an_item")]

    def __str__(self) -> str:
        return f"{self.address_id} in {self.item_id}"
