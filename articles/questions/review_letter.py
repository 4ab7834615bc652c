"""That somebody who sets an answer right was written to about changes of its law."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class ReviewLetter(models.Model):
    """`told` are the keys of the changes, of one answer in all its languages, that this person was written to about."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    question_key = models.UUIDField()
    told = models.JSONField(default=list)
    sent_at = models.DateTimeField()

    class Meta:
        verbose_name = _("letter about answers to review")
        verbose_name_plural = _("letters about answers to review")
        default_permissions = ()
        constraints = [models.UniqueConstraint(fields=["person", "question_key"], name="review_letter_of_person")]

    def __str__(self) -> str:
        return f"{self.question_key} {self.sent_at:%Y-%m-%d}"
