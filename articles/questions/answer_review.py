"""That an editor looked at an answer again after the law it rests on had changed."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class AnswerReview(models.Model):
    """The last review of an answer, in all its languages. `covered` are the keys of the changes it was made for.

    A change that is entered later, though of an earlier day, is not among them: it asks for another review.
    """

    question_key = models.UUIDField(unique=True)
    covered = models.JSONField(default=list)
    reviewed_at = models.DateTimeField(_("reviewed"))
    reviewed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+", verbose_name=_("reviewed by")
    )
    note = models.CharField(
        _("note"), max_length=255, blank=True, help_text=_("What was found, for colleagues. Readers do not see it.")
    )

    class Meta:
        verbose_name = _("review of an answer")
        verbose_name_plural = _("reviews of answers")

    def __str__(self) -> str:
        return f"{self.question_key} {self.reviewed_at:%Y-%m-%d}"
