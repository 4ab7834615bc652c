"""What a person asks about their own data: answered within two working days."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from cms.cases.models.case import Case, today


class DataRequest(models.Model):
    """One wish of the person concerned."""

    class Wish(models.TextChoices):
        COPY = "copy", _("A copy of my data")
        ERASE = "erase", _("Erase my data")

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="data_requests")
    wish = models.CharField(_("wish"), max_length=10, choices=Wish)
    asked_at = models.DateTimeField(_("asked"))
    due_on = models.DateField(_("due on"))
    done_at = models.DateTimeField(_("done"), null=True, blank=True)
    done_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("request about personal data")
        verbose_name_plural = _("requests about personal data")
        default_permissions = ()
        ordering = ["due_on", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["case", "wish"], condition=models.Q(done_at=None), name="one_open_wish_of_a_kind"
            )
        ]

    def __str__(self) -> str:
        return f"{self.case_id}: {self.wish}"

    @property
    def is_overdue(self) -> bool:
        return self.done_at is None and self.due_on < today()
