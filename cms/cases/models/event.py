"""What happened to a case: every move, note and change of hands, in order."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from cms.cases.models.case import Case
from cms.cases.states import MOVES, State
from cms.core.models import NormalisedTextMixin


class CaseEvent(NormalisedTextMixin, models.Model):
    """`actor` is None for the asker and for the system. `text` is for colleagues; erased with the case."""

    class What(models.TextChoices):
        RECEIVED = "received", _("Received")
        MOVED = "moved", pgettext_lazy("desk", "Moved")
        NOTED = "noted", pgettext_lazy("desk", "Note")
        ASSIGNED = "assigned", _("Assigned")
        DUE_CHANGED = "due", _("Due date changed")
        TEXT_SAVED = "text_saved", _("Text for publication saved")
        DRAFT_MADE = "draft_made", _("Draft made")
        SIGNED_OFF = "signed_off", _("Signed off")
        CONSENT_WITHDRAWN = "consent", _("Consent withdrawn")
        DATA_REQUESTED = "data", _("Request about personal data")
        EXPORTED = "exported", _("Exported")
        ERASED = "erased", _("Erased")

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="events")
    at = models.DateTimeField(_("time"))
    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    what = models.CharField(max_length=12, choices=What)
    move = models.CharField(max_length=12, blank=True)
    state = models.CharField(max_length=12, blank=True, choices=State)
    text = models.TextField(blank=True)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("event")
        verbose_name_plural = _("events")
        default_permissions = ()
        ordering = ["at", "pk"]

    def __str__(self) -> str:
        return str(MOVES[self.move].label if self.move in MOVES else self.get_what_display())
